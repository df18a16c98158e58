package juesuan.word;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.xmlbeans.XmlObject;

/**
 * All of the OOXML schemas, in classes of their own. The program has only those that POI uses itself, and
 * these know of fewer elements than a valid file may hold. The build lays the jar into target/schemas.
 */
final class FullSchemas implements AutoCloseable {

    private static final Path JAR = Path.of("target", "schemas", "poi-ooxml-full.jar");
    private static final String PACKAGE = "org.openxmlformats.schemas.wordprocessingml.x2006.main.";

    private final URLClassLoader classes;

    private FullSchemas(URLClassLoader classes) {
        this.classes = classes;
    }

    static FullSchemas open() throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException(JAR + " is missing: mvn generate-test-resources");
        }
        return new FullSchemas(new URLClassLoader(new URL[] {JAR.toUri().toURL(), place(XmlObject.class), place(LogManager.class)},
            ClassLoader.getPlatformClassLoader()));
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** @param root the element's name as XMLBeans writes it, for example {@code Styles} */
    List<String> errors(String root, String xml) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            Object factory = classes.loadClass(PACKAGE + root + "Document").getField("Factory").get(null);
            Object document = factory.getClass().getMethod("parse", String.class).invoke(factory, xml);
            Class<?> options = classes.loadClass("org.apache.xmlbeans.XmlOptions");
            List<Object> errors = new ArrayList<>();
            Object listening = options.getMethod("setErrorListener", Collection.class).invoke(options.getConstructor().newInstance(), errors);
            boolean valid = (boolean) classes.loadClass("org.apache.xmlbeans.XmlObject").getMethod("validate", options).invoke(document, listening);
            return valid ? List.of() : errors.stream().map(Object::toString).toList();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
