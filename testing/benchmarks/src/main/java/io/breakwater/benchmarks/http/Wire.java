package io.breakwater.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection. Answers are read to their last octet and thrown away, except the body of one that is not a success, which is
 * the message of the failure. For one thread.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int CHUNKED = -1;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;

    Wire(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @return octets of the body
     * @throws IOException when the answer is no success, or none came
     */
    long exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 ")) {
            throw new IOException("no HTTP/1.1 answer: " + status);
        }
        return body(length(), status.charAt("HTTP/1.1 ".length()) == '2' ? "" : status);
    }

    /** The length that the headers tell, or {@value #CHUNKED}. */
    private long length() throws IOException {
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Long.parseLong(lower.substring(LENGTH.length()).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
                length = CHUNKED;
            }
        }
        return length;
    }

    private long body(long length, String failure) throws IOException {
        if (length != CHUNKED) {
            return part(length, failure);
        }
        long all = 0;
        long chunk = Long.parseLong(line(), 16);
        while (chunk > 0) {
            all += part(chunk, failure);
            line();
            chunk = Long.parseLong(line(), 16);
        }
        line();
        return all;
    }

    private long part(long length, String failure) throws IOException {
        if (!failure.isEmpty()) {
            throw new IOException(failure + " " + new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
        }
        in.skipNBytes(length);
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
