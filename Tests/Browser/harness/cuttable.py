"""A way to the tool that can be cut, as a network can."""
import contextlib
import socket
import threading


class CuttableWay:
    """Forwards connections from a port of its own to the tool's, until it is cut.

    The tool answers only to its own address, so that address takes the place of ours in what the browser sends.
    """

    def __init__(self, port):
        self.target = port
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.is_cut = False
        self.connections = set()
        self.lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def address(self, of_tool):
        return of_tool.replace(f":{self.target}/", f":{self.port}/")

    def cut(self):
        """Every connection ends now, and new ones end at once."""
        with self.lock:
            self.is_cut = True
            ending, self.connections = self.connections, set()
        for connection in ending:
            self._end(connection)

    def mend(self):
        with self.lock:
            self.is_cut = False

    def close(self):
        self.cut()
        self.listener.close()

    def _accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                is_cut = self.is_cut
            if is_cut:
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.target), timeout=10)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self.lock:
                self.connections |= {near, far}
            ours, theirs = f"127.0.0.1:{self.port}".encode(), f"127.0.0.1:{self.target}".encode()
            threading.Thread(target=self._pump, args=(near, far, ours, theirs), daemon=True).start()
            threading.Thread(target=self._pump, args=(far, near, b"", b""), daemon=True).start()

    def _pump(self, source, sink, old, new):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data.replace(old, new) if old else data)
        for connection in (source, sink):
            with self.lock:
                self.connections.discard(connection)
            self._end(connection)

    @staticmethod
    def _end(connection):
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
        connection.close()
