"""The lesson as it is served to many: two replicas behind the very nginx files of `deploy/`, on free ports."""

import http.client
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from harness.server import LESSON, ROOT, Server, answers, free_port

FILES = ROOT / "deploy/nginx"
NGINX = os.environ.get("NGINX") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
LINE = re.compile(
    r"\S+ (?P<reader>\S+) (?P<method>\S+) (?P<path>\S+) (?P<status>\d+) .* "
    r"replica=(?P<replica>.+?) answered=.* cache=(?P<cache>\S+)"
)


def ask(stand, path, source="", method="GET", body=None, **headers):
    """One request of its own connection: status, headers in lower case, body. By then it is in the log."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    own = (source, 0) if source else None
    connection = http.client.HTTPConnection("127.0.0.1", stand.proxy.port, timeout=30, source_address=own)
    connection.request(method, path, body, {"Host": f"localhost:{stand.proxy.port}"} | names)
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    # nginx logs a request after its answer, but before the next one of the same connection.
    connection.request("GET", "/alive")
    connection.getresponse().read()
    connection.close()
    return found


class Replica(Server):
    """One process of the lesson that can be killed, frozen and started again on its port."""

    def __init__(self, app=LESSON):
        super().__init__(app)
        self.address = f"127.0.0.1:{self.port}"

    def kill(self):
        assert self.process
        self.process.kill()
        self.process.wait()
        self.process = None

    def freeze(self):
        assert self.process
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        assert self.process
        self.process.send_signal(signal.SIGCONT)


class Proxy:
    """nginx with the files of `deploy/nginx`, but for the two that say where; as `nobody` if we are root."""

    process: subprocess.Popen | None = None

    def __init__(self, replicas, listen="listen 8080;"):
        assert NGINX, "nginx is missing: run tests/service/nginx.sh as root"
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.folder = Path(tempfile.mkdtemp(prefix="nginx-"))
        self.log = self.folder / "log"
        conf = self.folder / "conf"
        shutil.copytree(FILES, conf)
        own = (conf / "replicas.conf").read_text("utf-8")
        (kept,) = re.findall(r"^server app:8501 resolve (.*;)$", own, re.M)
        (conf / "replicas.conf").write_text("".join(f"server {r.address} {kept}\n" for r in replicas), "utf-8")
        (conf / "listen.conf").write_text(listen.replace("8080", str(self.port)), "utf-8")
        self.log.touch()
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            self._as = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
        self.command = [NGINX, "-p", f"{self.folder}/", "-c", str(conf / "nginx.conf")]

    def check(self):
        """What nginx thinks of its files."""
        with self.log.open("a", encoding="utf-8") as log:
            return subprocess.run(
                [*self.command, "-t"], stdout=log, stderr=subprocess.PIPE, encoding="utf-8", **self._as
            )

    def start(self):
        with self.log.open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [*self.command, "-g", "daemon off;"], stdout=log, stderr=log, start_new_session=True, **self._as
            )
        if not answers(f"{self.url}/alive", self.process):
            raise RuntimeError(f"nginx did not start: {self.log.read_text('utf-8')}")
        return self

    def stop(self):
        """At once: every connection is cut and new ones are refused."""
        if self.process:
            self.process.terminate()
            self.process.wait(10)
            self.process = None

    def freeze(self):
        assert self.process
        os.killpg(self.process.pid, signal.SIGSTOP)

    def thaw(self):
        assert self.process
        os.killpg(self.process.pid, signal.SIGCONT)

    def lines(self, since=0):
        """The access log as dicts, without its first `since` lines."""
        found = (LINE.match(line) for line in self.log.read_text("utf-8").splitlines())
        return [m.groupdict() for m in found if m][since:]

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder)


class Stand:
    """Replicas and the proxy before them."""

    def __init__(self, replicas=2, app=LESSON):
        self.replicas = [Replica(app) for _ in range(replicas)]
        self._start(self.replicas)
        self.proxy = Proxy(self.replicas).start()
        self.url = self.proxy.url

    def whole(self):
        """Start again whatever a test has stopped."""
        self._start([r for r in self.replicas if not r.process or r.process.poll() is not None])
        if not self.proxy.process:
            self.proxy.start()
        return self

    def serving(self, page):
        """The replica that a page in the browser has been given to."""
        cookies = "; ".join(f"{c['name']}={c['value']}" for c in page.context.cookies())
        ask(self, "/", Cookie=cookies)
        address = [line["replica"] for line in self.proxy.lines() if line["path"] == "/"][-1]
        return next(r for r in self.replicas if r.address == address)

    def _start(self, replicas):
        with ThreadPoolExecutor(max(1, len(replicas))) as pool:
            list(pool.map(Replica.start, replicas))

    def remove(self):
        self.proxy.remove()
        for replica in self.replicas:
            replica.stop()
