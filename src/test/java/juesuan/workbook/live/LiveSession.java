package juesuan.workbook.live;

import com.sun.star.beans.PropertyValue;
import com.sun.star.bridge.UnoUrlResolver;
import com.sun.star.bridge.XUnoUrlResolver;
import com.sun.star.comp.helper.Bootstrap;
import com.sun.star.connection.NoConnectException;
import com.sun.star.frame.XComponentLoader;
import com.sun.star.frame.XDesktop;
import com.sun.star.sheet.XCellRangeData;
import com.sun.star.sheet.XSpreadsheetDocument;
import com.sun.star.table.XCell;
import com.sun.star.table.XCellRange;
import com.sun.star.text.XText;
import com.sun.star.uno.UnoRuntime;
import com.sun.star.uno.XComponentContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.workbook.blank.LibreOffice;
import juesuan.workbook.sheet.OwnSheets;

/** A running LibreOffice that types into a workbook and reads its sheet 审核 while it is open. */
final class LiveSession implements AutoCloseable {

    private static final int ATTEMPTS = 240;
    private static final int PAUSE = 250;
    private static final int FIRST_RULE = 4;
    private static final int MOST_RULES = 300;

    private final Process process;
    private final XDesktop desktop;
    private final XComponentLoader loader;
    private XSpreadsheetDocument document;

    LiveSession(LibreOffice office) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String at = "socket,host=127.0.0.1,port=" + port + ";urp;";
        process = office.start("--accept=" + at);
        XComponentContext remote = connect(office, "uno:" + at + "StarOffice.ComponentContext");
        Object service = remote.getServiceManager().createInstanceWithContext("com.sun.star.frame.Desktop", remote);
        desktop = UnoRuntime.queryInterface(XDesktop.class, service);
        loader = UnoRuntime.queryInterface(XComponentLoader.class, service);
    }

    private XComponentContext connect(LibreOffice office, String url) throws Exception {
        XUnoUrlResolver resolver = UnoUrlResolver.create(Bootstrap.createInitialComponentContext(null));
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try {
                return UnoRuntime.queryInterface(XComponentContext.class, resolver.resolve(url));
            } catch (NoConnectException e) {
                Thread.sleep(PAUSE);
            }
        }
        LibreOffice.stop(process);
        throw new IOException("LibreOffice does not answer: " + office.log());
    }

    void open(Path workbook) throws Exception {
        PropertyValue hidden = new PropertyValue();
        hidden.Name = "Hidden";
        hidden.Value = true;
        // As the scheme with which LibreOffice knows files; Java writes one slash.
        String url = workbook.toUri().toString().replaceFirst("^file:/+", "file:///");
        document = UnoRuntime.queryInterface(XSpreadsheetDocument.class,
            loader.loadComponentFromURL(url, "_blank", 0, new PropertyValue[] {hidden}));
    }

    /** @param content as in {@link Mutator.Change} */
    void type(String tab, String address, String content) throws Exception {
        XCell cell = sheet(tab).getCellRangeByName(address).getCellByPosition(0, 0);
        if (content.isEmpty() || content.startsWith("'")) {
            UnoRuntime.queryInterface(XText.class, cell).setString(content.isEmpty() ? "" : content.substring(1));
        } else {
            cell.setValue(Double.parseDouble(content));
        }
    }

    void type(List<Mutator.Change> changes) throws Exception {
        for (Mutator.Change change : changes) {
            type(change.tab(), change.cell().getAddress().formatAsString(), change.after());
        }
    }

    void undo(List<Mutator.Change> changes) throws Exception {
        for (int i = changes.size() - 1; i >= 0; i--) {
            type(changes.get(i).tab(), changes.get(i).cell().getAddress().formatAsString(), changes.get(i).before());
        }
    }

    /** By rule what the sheet says now. */
    Map<String, SheetAnswer> answers() throws Exception {
        Object[][] rows = UnoRuntime.queryInterface(XCellRangeData.class,
            sheet(OwnSheets.LIVE).getCellRangeByPosition(0, FIRST_RULE, 8, FIRST_RULE + MOST_RULES)).getDataArray();
        Map<String, SheetAnswer> answers = new LinkedHashMap<>();
        for (int i = 0; !rows[i][0].toString().startsWith("注"); i++) {
            answers.put((String) rows[i][0],
                new SheetAnswer(rows[i][3].toString(), rows[i][4], rows[i][5], rows[i][6], rows[i][7].toString()));
        }
        return answers;
    }

    private XCellRange sheet(String tab) throws Exception {
        return UnoRuntime.queryInterface(XCellRange.class, document.getSheets().getByName(tab));
    }

    @Override
    public void close() {
        try {
            desktop.terminate();
        } catch (com.sun.star.uno.RuntimeException e) {
            // It may end before it has answered.
        }
        LibreOffice.stop(process);
    }
}
