"""`espalier serve --web`: what a management server sees of its devices."""
import unittest

from harness import tool
from harness.case import PageTest

SETTINGS = """
provider: MS DM Server
users:
  - {name: ada@example.test, password: pa55}
session: {speed: 600}
profile: standard
profiles:
  - name: standard
    scenario:
      name: Two apps
      profile: {showInstallationProgress: true}
      agent: {starts: 30s}
      apps: [{name: Sensor, duration: 1m}]
      server: {lists: "00:30"}
"""


class Devices(PageTest):
    def enroll(self, server, name):
        tool.run(self.folder, "enroll", "--server", server.said["url"], "--trust", "ca.pem", "--user", "ada@example.test", "--password", "pa55",
                 "--device", name)

    def test_a_device_that_enrols(self):
        """The page waits for it, shows its conversation and its nodes, and says what a server cannot see or press."""
        (self.folder / "server.yaml").write_text(SETTINGS)
        server = self.server("--config", "server.yaml", "--ca-out", "ca.pem", "--store", "server.db")
        page = self.open(server.address)
        self.assertIn("no device", page.connection())
        self.enroll(server, "one.espalier")
        page.wait_until(lambda: page.steps_known() > 2, "the device's sessions")
        page.wait_until(lambda: "no device" not in page.connection(), "the connection")
        self.assertIn("Only the device sees its page", self.browser.js("return document.querySelector('#status-page').textContent"))
        self.assertEqual(page.offered(), [])
        page.wait_until(lambda: page.messages_known() > 2, "messages")
        page.open_message(1)
        page.show_xml(1)
        self.assertIn("SyncML", page.xml(1))
        page.show("Tree")
        page.search("Tree", "FirstSyncStatus")
        page.wait_until(lambda: any("firstsyncstatus" in node for node in page.nodes_shown()), "nodes of the page")
        known = page.messages_known()
        tool.run(self.folder, "sync", "--device", "one.espalier")
        page.wait_until(lambda: page.messages_known() > known, "the next session, while somebody looks")
        self.browser.screenshot("serve-light")


if __name__ == "__main__":
    unittest.main()
