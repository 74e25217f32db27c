package dev.ponder.downloads.work;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.NetworkException;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.WayOn;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.Exchange;
import dev.ponder.downloads.hub.HubServer;
import java.io.IOException;

/** What a server can do wrong so that it never gives the file, how Ponder calls that, and the way on that it shows. */
enum Fault {
    WRONG_CONTENT_RANGE(ServerException.BadAnswer.class, WayOn.OTHER_SOURCE) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            var range = exchange.range(content.size());
            exchange.head(
                    206,
                    "Content-Range",
                    "bytes 7-" + (range.length() + 6) + "/" + content.size(),
                    "Content-Length",
                    range.length());
            exchange.body(content, range);
        }
    },
    PART_WITHOUT_CONTENT_RANGE(ServerException.BadAnswer.class, WayOn.OTHER_SOURCE) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            var range = exchange.range(content.size());
            exchange.head(206, "Content-Length", range.length());
            exchange.body(content, range);
        }
    },
    OTHER_PART_WITH_STATUS_200(ServerException.BadAnswer.class, WayOn.OTHER_SOURCE) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            exchange.head(200, "Content-Range", "bytes 100-199/" + content.size(), "Content-Length", 100);
            exchange.body(content, new ByteRange(100, 200));
        }
    },
    LENGTH_CONTRADICTS_RANGE(ServerException.BadAnswer.class, WayOn.OTHER_SOURCE) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            var range = exchange.range(content.size());
            exchange.head(
                    206,
                    "Content-Range",
                    "bytes " + range.start() + "-" + (range.end() - 1) + "/" + content.size(),
                    "Content-Length",
                    range.length() + 1000);
            exchange.body(content, range);
            exchange.raw("x".repeat(1000));
        }
    },
    WEB_PAGE(ServerException.WebPage.class, WayOn.RESUME) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            exchange.text(200, "text/html; charset=utf-8", "<html><title>Welcome to our hotel</title></html>");
        }
    },
    WEB_PAGE_FROM_THE_HUB(ServerException.WebPage.class, WayOn.RESUME) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.text(200, "text/html", "<html><title>Log in</title></html>");
        }
    },
    LONGER_FILE(ContentException.OtherFile.class, WayOn.OTHER_SOURCE) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            var range = exchange.range(content.size());
            exchange.partHead(range, content.size() + 1);
            exchange.body(content, range);
        }
    },
    SHORTER_FILE(ContentException.OtherFile.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            var shorter = new Content(server.content(exchange).size() - 5, 1);
            exchange.head(200, "Content-Range", "bytes 0-0/" + shorter.size(), "Content-Length", 1);
            exchange.body(shorter, new ByteRange(0, 1));
        }
    },
    OTHER_HASH_IN_HEADER(ContentException.OtherFile.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            server.redirect(exchange, new Content(5, 5).sha256().hex());
        }
    },
    CUT_BEFORE_THE_FIRST_BYTE(NetworkException.ConnectionLost.class, WayOn.RESUME) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            exchange.partHead(exchange.range(content.size()), content.size());
            throw new IOException("cut");
        }
    },
    FORBIDDEN_FOR_GOOD(ServerException.Forbidden.class, WayOn.OTHER_SOURCE) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            exchange.text(403, "application/xml", "<Error>AccessDenied</Error>");
        }
    },
    FORBIDDEN_BY_THE_HUB(ServerException.Forbidden.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(403, "X-Error-Code", "GatedRepo");
        }
    },
    TOKEN_NEEDED(ServerException.TokenNeeded.class, WayOn.GIVE_TOKEN) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(401, "X-Error-Code", "RepoNotFound");
        }
    },
    NOT_FOUND(ServerException.NotFound.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(404, "X-Error-Code", "EntryNotFound");
        }
    },
    BUSY_FOR_EVER(ServerException.Busy.class, WayOn.RESUME) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(429, "Retry-After", 30);
        }
    },
    BUSY_FOR_LONGER_THAN_ANYBODY_WAITS(ServerException.Busy.class, WayOn.RESUME) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(429, "Retry-After", 86_400);
        }
    },
    TROUBLE_FOR_EVER(ServerException.Trouble.class, WayOn.RESUME) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            exchange.empty(503);
        }
    },
    UNKNOWN_STATUS(ServerException.BadAnswer.class, WayOn.OTHER_SOURCE) {
        @Override
        void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
            exchange.empty(418);
        }
    },
    REDIRECT_LOOP(ServerException.RedirectRefused.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(302, "Location", exchange.path());
        }
    },
    ENDLESS_REDIRECTS(ServerException.RedirectRefused.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(307, "Location", exchange.path() + "x");
        }
    },
    OTHER_SCHEME(ServerException.RedirectRefused.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(302, "Location", "ftp://127.0.0.1/model.gguf");
        }
    },
    PLAIN_HTTP_ELSEWHERE(ServerException.RedirectRefused.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(302, "Location", "http://192.0.2.1/model.gguf");
        }
    },
    REDIRECT_TO_NOWHERE(ServerException.RedirectRefused.class, WayOn.OTHER_SOURCE) {
        @Override
        void hub(HubServer server, Exchange exchange) throws IOException {
            exchange.empty(302);
        }
    };

    private final Class<? extends DownloadException> kind;
    private final WayOn wayOn;

    Fault(Class<? extends DownloadException> kind, WayOn wayOn) {
        this.kind = kind;
        this.wayOn = wayOn;
    }

    Class<? extends DownloadException> kind() {
        return kind;
    }

    WayOn wayOn() {
        return wayOn;
    }

    /** Makes a server do it, from the first byte or once it has sent so many; ModelScope's paths stay well. */
    void happenOn(HubServer server, Content content, long afterBytes) {
        server.onHub(exchange -> {
            boolean isWell = exchange.path().startsWith("/models/")
                    || exchange.path().startsWith("/api/")
                    || server.ledger().total() < afterBytes;
            if (isWell) {
                server.hub(exchange);
            } else {
                hub(server, exchange);
            }
        });
        server.onBytes(exchange -> {
            if (server.ledger().total() < afterBytes) {
                server.bytes(exchange);
            } else {
                bytes(server, exchange, content);
            }
        });
    }

    void hub(HubServer server, Exchange exchange) throws IOException {
        server.hub(exchange);
    }

    void bytes(HubServer server, Exchange exchange, Content content) throws IOException {
        server.bytes(exchange);
    }
}
