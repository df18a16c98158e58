package juesuan.compare;

import java.util.ArrayList;
import java.util.List;
import juesuan.model.Maker;

/**
 * Says in sentences that two were not made by the same program and pack.
 *
 * @param then,now what the older and the newer of them is called
 */
public record MakerChanges(String then, String now) {

    public List<String> of(Maker was, Maker is) {
        List<String> sentences = new ArrayList<>();
        part("程序 " + is.product().name() + " ", was.product(), is.product(), sentences);
        if (was.packId().equals(is.packId())) {
            part("地区包“" + was.pack().name() + "”", was.pack(), is.pack(), sentences);
        } else {
            sentences.add("地区包：" + then + "是“" + was.pack().name() + "”，" + now + "是“" + is.pack().name() + "”。");
        }
        return sentences;
    }

    private void part(String what, Maker.Part was, Maker.Part is, List<String> sentences) {
        if (!was.version().equals(is.version())) {
            sentences.add(what + "的版本：" + then + "是 " + was.version() + "，" + now + "是 " + is.version() + "。");
        } else if (!was.sha256().equals(is.sha256())) {
            sentences.add(what + "的版本号没有变（" + was.version() + "），但里面的文件与" + then + "的不同。");
        }
    }
}
