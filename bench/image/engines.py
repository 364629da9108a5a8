"""What builds and runs the image: Docker, Podman, or Buildah with a runner of our own."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

from harness.server import ROOT, free_port

IMAGE, STAND_IN = "localhost/activation-lab:tried", "localhost/activation-lab-base:tried"
BASE = re.findall(r"^FROM (\S+)$", (ROOT / "Dockerfile").read_text("utf-8"), re.M)[-1]
CACHE = ROOT / "build" / "image"
PORT = 8501  # the image's own


def told(*command: str | Path) -> str:
    """What a command prints; its errors go to ours."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT).stdout.strip()


def works(*command: str | Path) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT).returncode == 0


class Engine:
    """Docker, or Podman, which takes the same words; inside `with` the image runs."""

    context = "docker-image"
    flags: tuple[str, ...] = ()

    def __init__(self, tool: str) -> None:
        self.tool, self.id, self.url = [tool], "", ""
        self.begun = 0.0  # when the container was told to start

    def base(self) -> str:
        """The image to build on: the Dockerfile's own, BASE, or one of Debian's parts if neither can be had."""
        wanted = os.environ.get("BASE") or f"docker.io/library/{BASE}"
        if works(*self.tool, "pull", wanted) or works(*self.tool, "inspect", "--type", "image", wanted):
            return wanted
        print(f"{wanted} cannot be pulled: the image is tried on Debian's minimal system.", file=sys.stderr)
        archive = CACHE / "base.tar"
        if not archive.exists():
            told("sh", ROOT / "deploy/image/base.sh", archive)
        self._take_in(archive)
        return STAND_IN

    def _take_in(self, archive: Path) -> None:
        told(*self.tool, "import", archive, STAND_IN)

    def build(self, base: str) -> None:
        """The Dockerfile as it is, on this base in place of the one it names."""
        other = () if base.endswith(BASE) else ("--build-context", f"{BASE}={self.context}://{base}")
        command = [*self.tool, "build", *self.flags, *other, "--tag", IMAGE, "--file", self._file(), ROOT]
        subprocess.run(command, check=True, stdout=sys.stderr, cwd=ROOT)

    def _file(self) -> Path:
        return ROOT / "Dockerfile"

    def health(self) -> list[str]:
        """The command of HEALTHCHECK."""
        found = re.search(r"^HEALTHCHECK .*?CMD (\[.*?\])$", (ROOT / "Dockerfile").read_text("utf-8"), re.M | re.S)
        assert found
        return json.loads(found[1])

    def __enter__(self) -> Self:
        port = free_port()
        careful = ["--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"]
        self.begun = time.perf_counter()
        self.id = told(*self.tool, "run", "--detach", *careful, "--publish", f"127.0.0.1:{port}:{PORT}", IMAGE)
        self.url = f"http://127.0.0.1:{port}"
        return self

    def inside(self, *command: str) -> str:
        """What a command prints inside, as the lesson's user; raises CalledProcessError if it fails."""
        return told(*self.tool, "exec", self.id, *command)

    def __exit__(self, *_: object) -> None:
        told(*self.tool, "rm", "--force", self.id)


class Buildah(Engine):
    """Builds as root in a store of its own below build/; `run.sh` does what a container engine would do."""

    context = "container-image"
    flags = ("--format", "docker", "--layers=false", "--pull-never")

    def __init__(self) -> None:
        super().__init__("buildah")
        self.tool += ["--root", str(CACHE / "store"), "--runroot", str(CACHE / "run"), "--storage-driver", "vfs"]
        self.process: subprocess.Popen | None = None
        os.environ["BUILDAH_ISOLATION"] = "chroot"

    def _take_in(self, archive: Path) -> None:
        if works(*self.tool, "inspect", "--type", "image", STAND_IN):
            return
        scratch = told(*self.tool, "from", "scratch")
        told(*self.tool, "add", "--quiet", scratch, archive, "/")
        told(*self.tool, "commit", "--quiet", "--rm", scratch, STAND_IN)

    def build(self, base: str) -> None:
        super().build(base)
        for leftovers in (("rm", "--all"), ("rmi", "--prune")):  # of builds and runs before this one, 600 MB each
            works(*self.tool, *leftovers)

    def _file(self) -> Path:
        """Without the flag --start-interval if this version does not know it."""
        probe, file = CACHE / "probe", CACHE / "Dockerfile"
        probe.write_text("FROM scratch\nHEALTHCHECK --start-interval=1s CMD true\n", "utf-8")
        if works(*self.tool, "build", *self.flags, "--file", probe, CACHE / "none"):
            return super()._file()
        print("This buildah does not know HEALTHCHECK --start-interval: built without it.", file=sys.stderr)
        file.write_text(re.sub(r" --start-interval=\S+", "", super()._file().read_text("utf-8")), "utf-8")
        return file

    def __enter__(self) -> Self:
        config = json.loads(told(*self.tool, "inspect", "--type", "image", IMAGE))["Docker"]["config"]
        self.user, self.environment = config["User"], dict(one.split("=", 1) for one in config["Env"])
        self.id = told(*self.tool, "from", IMAGE)
        tree = told(*self.tool, "mount", self.id)
        self.url = f"http://127.0.0.1:{PORT}"
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        run = [*apart, "sh", ROOT / "deploy/image/run.sh", tree, self.user, config["WorkingDir"], *config["Cmd"]]
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(run, env=self.environment, stdout=subprocess.DEVNULL)
        return self

    def _first(self) -> str:
        """The number out here of the process that is number 1 inside."""
        assert self.process
        return Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("utf-8").split()[0]

    def inside(self, *command: str) -> str:
        pid = self._first()
        enter = ["nsenter", "--target", pid, "--mount", "--pid", "--root", "--setuid", self.user, "--setgid", self.user]
        return told("env", *(f"{k}={v}" for k, v in self.environment.items()), *enter, "--", *command)

    def __exit__(self, *_: object) -> None:
        assert self.process
        if self.process.poll() is None:
            os.kill(int(self._first()), signal.SIGTERM)  # unshare itself waits for it
        self.process.wait()
        told(*self.tool, "rm", self.id)


def find() -> Engine:
    """Docker if its engine answers, Buildah for root, else Podman."""
    if shutil.which("docker") and works("docker", "info"):
        return Engine("docker")
    if shutil.which("buildah") and os.geteuid() == 0:
        return Buildah()
    if shutil.which("podman"):
        return Engine("podman")
    raise SystemExit("This needs Docker, Podman, or (as root) Buildah.")
