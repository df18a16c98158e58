package juesuan.render;

/** The PDF engine gave up: with our own templates and checked texts this is a bug, not the user's fault. */
final class RenderException extends RuntimeException {

    RenderException(Throwable cause) {
        super("cannot print the document: " + cause, cause);
    }
}
