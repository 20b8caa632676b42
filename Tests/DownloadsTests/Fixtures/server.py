"""Serves one file of 200,000 bytes in the ways that servers have. Writes its port, then a line for every request.

/good/…    with ranges                  /plain/…   without ranges
/cut/…     ends half way                /other/…   other bytes of the same length
"""
import http.server
import sys

CONTENT = bytes(i * 7 % 251 for i in range(200_000))


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        kind = self.path.split("/")[1]
        content = bytes(len(CONTENT)) if kind == "other" else CONTENT
        asked = self.headers.get("Range")
        print(kind, asked, flush=True)
        if kind not in ("good", "plain", "cut", "other"):
            return self.send_error(404)
        first = 0
        if asked and kind != "plain":
            first = int(asked.removeprefix("bytes=").split("-")[0])
            if first >= len(content):
                return self.send_error(416)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {first}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content) - first))
        self.end_headers()
        self.wfile.write(content[first : len(content) // 2] if kind == "cut" else content[first:])

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
