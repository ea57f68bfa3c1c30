"""From what is seen to what caused it: messages, commands, nodes, what the catalogue says, findings."""
import unittest

from selenium.webdriver.common.keys import Keys

from harness import settings
from harness.case import PageTest

EXPECTED_POLICIES = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/ExpectedPolicies"
BLOCK = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/BlockInStatusPage"


class Conversation(PageTest):
    def setUp(self):
        super().setUp()
        _, self.page = self.report()

    def test_commands_with_their_statuses(self):
        self.page.open_message(1)
        commands = self.page.commands(1)
        replaced = [command for command in commands if "BlockInStatusPage" in command]
        self.assertEqual(len(replaced), 1)
        self.assertIn("Replace", replaced[0])
        self.assertIn("200", replaced[0])

    def test_from_a_command_to_its_nodes(self):
        self.page.open_message(1)
        self.page.choose_command(1, "BlockInStatusPage")
        self.page.show("Tree")
        self.assertIn(BLOCK.lower(), self.page.marked_nodes())

    def test_from_a_node_to_its_commands(self):
        self.page.choose_node(BLOCK)
        links = self.page.commands_of_node()
        self.assertTrue([link for link in links if "Replace" in link], links)
        self.page.follow_command_of_node("Replace")
        self.page.wait_until(lambda: any("BlockInStatusPage" in command for command in self.page.marked_commands()), "the command to be marked")

    def test_xml_on_demand(self):
        self.page.open_message(1)
        self.page.show_xml(1)
        xml = self.page.xml(1)
        self.assertIn("<LocURI>./Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus", xml.replace("./Device/", "./"))
        self.assertIn("</SyncML>", xml)

    def test_search_in_messages(self):
        everything = self.page.messages_shown()
        self.page.search("Conversation", "BlockInStatusPage")
        self.page.wait_until(lambda: 0 < self.page.messages_shown() < everything, "fewer messages")
        self.page.search("Conversation", "no message has this text")
        self.page.wait_until(lambda: self.page.messages_shown() == 0, "no message")
        self.page.search("Conversation", "")
        self.page.wait_until(lambda: self.page.messages_shown() == everything, "all messages")


class Tree(PageTest):
    def setUp(self):
        super().setUp()
        _, self.page = self.report()

    def test_what_the_catalogue_says(self):
        self.page.choose_node(BLOCK)
        details = self.page.node_details()
        for expected in ("DMClient", "int", "Get", "Replace", "sums of 0x0, 0x1, 0x2, 0x4", BLOCK):
            self.assertIn(expected, details)

    def test_both_scopes(self):
        self.page.show("Tree")
        roots = self.page.roots()
        for scope in ("Device scope", "User scope"):
            self.assertTrue([root for root in roots if scope in root], roots)

    def test_search(self):
        self.page.search("Tree", "BlockInStatusPage")
        self.page.wait_until(lambda: BLOCK.lower() in self.page.nodes_shown(), "the node")

    def test_what_changed_is_marked(self):
        self.page.go_to("01:05")
        self.page.choose_node(EXPECTED_POLICIES)
        self.assertIn(EXPECTED_POLICIES.lower(), self.page.changed_nodes())
        self.page.go_to("01:00")
        self.assertEqual(self.page.changed_nodes(), [])

    def test_by_arrows(self):
        """A tree as the pattern wants it: down, right opens, left closes."""
        self.page.show("Tree")
        tree = self.page.one("[role=tree]")
        tree.send_keys(Keys.HOME)
        self.assertEqual(self.page.active_node(), "./device/vendor/msft")
        tree.send_keys(Keys.ARROW_LEFT)
        closed = len(self.page.nodes_shown())
        tree.send_keys(Keys.ARROW_RIGHT)
        self.page.wait_until(lambda: len(self.page.nodes_shown()) > closed, "the branch to open")
        tree.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
        self.assertNotEqual(self.page.active_node(), "./device/vendor/msft")
        self.page.wait_until(lambda: "tab=tree&node=" in self.page.address(), "the node to be chosen")
        tree.send_keys(Keys.END)
        self.assertNotEqual(self.page.active_node(), "./device/vendor/msft")


class Live(PageTest):
    def test_xml_is_fetched(self):
        """What a report holds the live page fetches, and there is no request but to the tool."""
        tool, page = self.live("--stop-at", "01:00")
        page.set_speed(None)
        page.wait_until(lambda: page.messages_known() > 2, "messages")
        page.open_message(1)
        page.show_xml(1)
        self.assertIn("</SyncML>", page.xml(1))
        for address in page.browser.requests():
            self.assertTrue(address.startswith((tool.origin + "/", "data:", "about:blank")), address)


class Diagnostics(PageTest):
    def test_why_it_failed(self):
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        page.show("Diagnostics")
        text = page.diagnostics()
        self.assertIn("Sensor failed to install", text)
        self.assertIn("life.line-failed", text)

    def test_from_a_diagnostic_to_its_message(self):
        _, page = self.report(settings.SCENARIOS / "hostile.yaml")
        page.show("Diagnostics")
        page.follow_diagnostic("no device description knows")
        page.wait_until(lambda: page.tab() == "Conversation", "the conversation")
        page.wait_until(page.marked_commands, "the command to be marked")


class Events(PageTest):
    def test_each_event_once_and_in_order(self):
        tool, page = self.live()
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        count = page.event_count()
        _, said = tool.end()
        self.assertEqual(count, len(said["events"]))


if __name__ == "__main__":
    unittest.main()
