"""The tool under test, as its users start it."""
import json
import os
import queue
import signal
import subprocess
import threading
import urllib.parse

from . import settings

# What the tool may not take from the machine that runs the tests.
ENVIRONMENT = {**os.environ, "NO_COLOR": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def report(file, *arguments):
    """`espalier run --report FILE`. Lives that end badly exit with 1, and are written all the same."""
    done = subprocess.run(
        [settings.TOOL, "run", "--report", str(file), *map(str, arguments)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, timeout=settings.PATIENCE * 4)
    if done.returncode not in (0, 1):
        raise AssertionError(f"espalier run --report ended with {done.returncode}: {done.stderr.decode()}")
    return file


def run(folder, *arguments):
    """A command that ends by itself, and well."""
    done = subprocess.run(
        [settings.TOOL, *map(str, arguments)], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=ENVIRONMENT, timeout=settings.PATIENCE * 4)
    if done.returncode != 0:
        raise AssertionError(f"espalier {arguments[0]} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


class LiveTool:
    """`espalier run --web 0 --format json`, from its first line to its end."""

    command = ("run", "--web", "0", "--format", "json")
    # Where the address of the page stands in the first line.
    key = "url"

    def __init__(self, *arguments, folder=None):
        self.process = subprocess.Popen(
            [settings.TOOL, *self.command, *map(str, arguments)], cwd=folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True)
        self.lines = queue.Queue()
        self.complaints = []
        self.readers = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=lambda: self.complaints.extend(self.process.stderr), daemon=True),
        ]
        for reader in self.readers:
            reader.start()
        try:
            first = self.lines.get(timeout=settings.PATIENCE)
        except queue.Empty:
            first = None
        try:
            self.said = json.loads(first or "")
            self.address = self.said[self.key]
        except (ValueError, KeyError):
            self.stop()
            raise AssertionError(f"espalier {' '.join(self.command)} said {first!r} and {''.join(self.complaints)!r} in place of its address") from None
        parts = urllib.parse.urlsplit(self.address)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.port = parts.port
        self.token = urllib.parse.parse_qs(parts.query)["token"][0]

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def freeze(self):
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        self.process.send_signal(signal.SIGCONT)

    @property
    def is_running(self):
        return self.process.poll() is None

    def end(self):
        """As Ctrl-C does it. The exit status, and what came on standard output behind the address, as JSON."""
        self.thaw()
        if self.is_running:
            self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=settings.PATIENCE)
        for reader in self.readers:
            reader.join(timeout=settings.PATIENCE)
        rest = []
        while not self.lines.empty():
            line = self.lines.get()
            if line is not None:
                rest.append(line)
        text = "".join(rest).strip()
        return status, json.loads(text) if text else None

    def stop(self):
        """Whatever it does, it is gone afterwards."""
        if self.is_running:
            self.thaw()
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(timeout=10)
        for reader in self.readers:
            reader.join(timeout=10)
        self.process.stdout.close()
        self.process.stderr.close()


class LiveServer(LiveTool):
    """`espalier serve --web 0`: a management server, and the page of its devices."""

    command = ("serve", "--port", "0", "--web", "0", "--format", "json")
    key = "page"
