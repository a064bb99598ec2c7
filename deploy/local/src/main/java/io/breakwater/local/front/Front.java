package io.breakwater.local.front;

import io.breakwater.local.SuiteException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A proxy on loopback that takes {@code CONNECT} (RFC 9110 §9.3.6) to ZPA's addresses, ends TLS itself, and hands what comes to a
 * config-service. For trials and tests: in production a TLS server with a certificate of one's own stands in front. Safe for threads.
 */
public final class Front implements AutoCloseable {
    /** Where ZPA's clients go (zscaler-sdk-go and zscaler-sdk-python, as docs/clients.md lists them). */
    public static final List<String> HOSTS = List.of(
            "config.private.zscaler.com",
            "config.zpabeta.net",
            "config.zpatwo.net",
            "config.zpagov.net",
            "config.zpagov.us",
            "api.zsapi.net",
            "local.zslogin.net");

    private static final int MOST_CONNECTIONS = 100;
    private static final int LARGEST_HEAD = 8 * 1024;
    private static final int IDLE_MILLIS = 120_000;
    private static final int CONNECT_MILLIS = 5_000;

    private final URI target;
    private final SSLContext tls;
    private final ServerSocket server;
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);
    private final ExecutorService threads = Executors.newCachedThreadPool(Front::thread);

    private Front(URI target, SSLContext tls, ServerSocket server) {
        this.target = target;
        this.tls = tls;
        this.server = server;
    }

    /**
     * @param target a config-service, for example {@code http://127.0.0.1:8081}
     * @param port 0: any free one
     * @param authorityFile where the certificate goes that clients must trust
     */
    public static Front start(URI target, int port, Path authorityFile) {
        SSLContext tls = FrontCertificates.make(HOSTS, authorityFile);
        try {
            Front front =
                    new Front(target, tls, new ServerSocket(port, MOST_CONNECTIONS, InetAddress.getLoopbackAddress()));
            front.threads.execute(front::accept);
            return front;
        } catch (IOException e) {
            throw new SuiteException(
                    "port " + port + " of 127.0.0.1 cannot be had (" + e.getMessage() + "): choose another with --port",
                    e);
        }
    }

    /** For {@code HTTPS_PROXY}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (connections.tryAcquire()) {
                    threads.execute(() -> serve(client));
                } else {
                    client.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    tell("a connection was not accepted", e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(IDLE_MILLIS);
            String head = head(client.getInputStream());
            String[] words = head.split("\\s+", 3);
            if (words.length < 3 || !words[0].equals("CONNECT")) {
                answer(client, "405 Only CONNECT");
            } else if (!HOSTS.contains(words[1].replaceAll(":\\d+$", ""))) {
                answer(client, "403 This front leads to ZPA's own addresses only");
            } else {
                client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                relay(client);
            }
        } catch (IOException e) {
            tell("a client or config-service left", e);
        } finally {
            connections.release();
        }
    }

    private void relay(Socket client) throws IOException {
        try (SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
                Socket service = new Socket()) {
            secure.setUseClientMode(false);
            secure.startHandshake();
            service.connect(new InetSocketAddress(target.getHost(), target.getPort()), CONNECT_MILLIS);
            threads.execute(() -> {
                try {
                    service.getInputStream().transferTo(secure.getOutputStream());
                    secure.shutdownOutput();
                } catch (IOException e) {
                    tell("the way back ended", e);
                }
            });
            secure.getInputStream().transferTo(service.getOutputStream());
            service.shutdownOutput();
        }
    }

    /** Reads no octet further than the empty line: what follows is TLS. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < LARGEST_HEAD
                && !head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            head.write(octet);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void answer(Socket client, String status) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            tell("the port was not closed", e);
        }
        threads.shutdownNow();
    }

    private static void tell(String what, IOException e) {
        System.getLogger(Front.class.getName()).log(System.Logger.Level.DEBUG, what, e);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "front");
        thread.setDaemon(true);
        return thread;
    }
}
