"""What a screen reader is told of the page (CDP Accessibility), and what a keyboard reaches."""
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

CONTROLS = {
    "button", "link", "textbox", "searchbox", "combobox", "listbox", "option", "slider", "spinbutton", "checkbox", "switch", "radio",
    "tab", "tablist", "tabpanel", "menuitem", "treeitem", "tree", "dialog", "DisclosureTriangle", "img", "image", "table", "grid", "region", "navigation", "complementary",
}


def role(node):
    return node.get("role", {}).get("value", "")


def name(node):
    return node.get("name", {}).get("value", "").strip()


def property_of(node, wanted):
    for entry in node.get("properties", []):
        if entry["name"] == wanted:
            return entry["value"].get("value")
    return None


def nameless(nodes):
    return [f"{role(node)} {node.get('backendDOMNodeId')}" for node in nodes if role(node) in CONTROLS and not name(node)]


def with_role(nodes, wanted):
    return [node for node in nodes if role(node) == wanted]


# The element with the focus: what it is, and whether it is seen to have it. A frame drawn by an ancestor's :focus-within
# counts, and so does one that a sibling of a hidden input draws.
FOCUSED = """
const element = document.activeElement;
if (!element || element === document.body) return null;
function frame(at) {
  const style = getComputedStyle(at);
  return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
}
const box = element.getBoundingClientRect();
return {
  mark: element.dataset.tested || null,
  what: `${element.tagName.toLowerCase()}#${element.id}.${element.getAttribute("class") || ""} ${(element.getAttribute("aria-label") || element.textContent || "").trim().slice(0, 40)}`,
  framed: frame(element) || (element.parentElement && element.parentElement.matches(":focus-within") && frame(element.parentElement)),
  inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
};
"""

# Marks everything that a mouse can use now and that Tab should reach. What is in a group with one place in the order of
# Tab (tabs, a tree, a grid) has tabindex -1 and is reached by arrows, which other tests press.
MARK = """
const wanted = [];
for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")) {
  delete element.dataset.tested;
  if (element.disabled || element.tabIndex < 0) continue;
  if (element.closest("[inert], template") || !element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) continue;
  if (element.type === "radio" && !element.checked) continue;
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) continue;
  element.dataset.tested = String(wanted.length);
  wanted.push(`${element.tagName.toLowerCase()}#${element.id}.${element.getAttribute("class") || ""} ${(element.getAttribute("aria-label") || element.textContent || "").trim().slice(0, 40)}`);
}
return wanted;
"""


def tab_through(browser):
    """Tab round the whole page. What it did not reach, what it reached without a frame that can be seen, and what it reached
    outside of the window. The browser begins where something was pressed last, and passes its own frame once on the way.
    """
    wanted = browser.js(MARK)
    reached, unframed, outside, rounds = set(), [], [], 0
    for _ in range(3 * len(wanted) + 20):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        at = browser.js(FOCUSED)
        if at is None:
            rounds += 1
            if rounds > 2:
                break
            continue
        if at["mark"] in reached:
            if len(reached) == len(wanted) or rounds > 1:
                break
            continue
        if at["mark"] is not None:
            reached.add(at["mark"])
        if not at["framed"]:
            unframed.append(at["what"])
        if not at["inWindow"]:
            outside.append(at["what"])
    # What was drawn anew on the way has lost its mark, and was reached under another.
    kept = set(browser.js("return [...document.querySelectorAll('[data-tested]')].map((element) => element.dataset.tested)"))
    return [what for index, what in enumerate(wanted) if str(index) in kept - reached], unframed, outside
