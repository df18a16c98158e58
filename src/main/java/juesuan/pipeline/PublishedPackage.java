package juesuan.pipeline;

import java.io.IOException;
import java.util.Optional;
import juesuan.data.DataReader;
import juesuan.model.Edition;
import juesuan.model.UserError;
import juesuan.publish.PackageCheck;
import juesuan.render.PdfPages;

/** What can be read again of a package that was published. */
public final class PublishedPackage {

    private PublishedPackage() {
    }

    /** @throws UserError when it has no data */
    public static Edition edition(PackageCheck published) {
        String where = published.folder().resolve(PublicFiles.JSON).toString();
        return DataReader.read(Optional.ofNullable(published.files().get(PublicFiles.JSON))
            .orElseThrow(() -> new UserError("没有 " + where + "，没法比较。")), where);
    }

    /** @throws UserError when it is no PDF that could be read */
    public static PdfPages pages(byte[] pdf) {
        try {
            return PdfPages.of(pdf);
        } catch (IOException e) {
            throw new UserError(PublicFiles.PDF + " 已经损坏，找不出页码；请重新取得整个公开文件夹。", e);
        }
    }
}
