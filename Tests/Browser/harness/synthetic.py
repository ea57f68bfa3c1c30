"""Reports larger than any life that a test could play: the tool's own page with other data in it."""
import json
import re

DATA = re.compile(r'(<script type="application/json" id="life">)(.*?)(</script>)', re.DOTALL)


def life(page):
    """The data of a report."""
    return json.loads(DATA.search(page).group(2))


def with_life(page, data):
    """The same page with other data, written as the tool writes it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return DATA.sub(lambda found: found.group(1) + text + found.group(3), page, count=1)


def large(data, steps=3000, events=10_000, messages=500, nodes=1500):
    """A life of this size, with the head of `data`: sessions with commands and statuses, nodes that change, an app that installs."""
    head = dict(data["head"], life="large", title="A large life")
    category, line = "DeviceSetupCategory", "DeviceSetup.AppsSubcategory"
    made, message, session = [], 0, 0
    seen_facts = len(head.get("facts", []))
    for index in range(steps):
        time = index * 10
        step = {"n": index, "t": time, "events": [], "nodes": [], "messages": []}
        if index == 0:
            step["events"] += [
                {"type": "pageState", "t": 0, "state": "S2"},
                {"type": "category", "t": 0, "category": category, "state": "inProgress", "text": "Working on it"},
                {"type": "line", "t": 0, "line": line, "state": "inProgress", "text": "Identifying"},
            ]
        while len(step["events"]) < events * (index + 1) // steps - events * index // steps:
            which = len(step["events"])
            if which == 0:
                step["events"].append(
                    {"type": "line", "t": time, "line": line, "state": "inProgress", "text": f"{index} of {steps} installed"})
            else:
                step["events"].append({"type": "agentLog", "t": time, "text": f"line {which} of step {index}"})
        for change in range(nodes * (index + 1) // steps - nodes * index // steps):
            number = nodes * index // steps + change
            step["nodes"].append({
                "uri": f"./Device/Vendor/MSFT/Policy/Config/Area{number % 40}/Policy{number}", "value": str(index), "writer": "server",
                "facts": 0 if seen_facts else None})
        # Four messages make a session: the client's, the server's with a command, the client's answer, the server's end.
        while message < messages * (index + 1) // steps:
            place = message % 4
            if place == 0:
                session += 1
                step["events"].append({"type": "sessionStarted", "t": time, "session": session, "trigger": "syncLoop"})
            uri = f"./Device/Vendor/MSFT/Policy/Config/Area{message % 40}/Policy{nodes * index // steps}"
            rows = [
                {"id": "2", "name": "Alert 1201", "depth": 0, "target": None, "uri": None, "format": None, "data": None,
                 "status": "200", "originalError": None, "rule": None, "line": 9},
            ]
            if place == 1:
                rows = [
                    {"id": str(command + 5), "name": "Replace", "depth": 0, "target": uri, "uri": uri, "format": "int", "data": str(index),
                     "status": "200", "originalError": None, "rule": "windows-csp.md 5.9", "line": 12 + command}
                    for command in range(5)
                ]
            step["messages"].append({
                "n": message, "session": session, "message": place // 2 + 1, "direction": "server" if place % 2 else "client", "t": time,
                "bytes": 1132, "sessionID": str(session), "messageID": str(place // 2 + 1), "encoding": "xml", "headerStatus": "200",
                "final": True, "wellFormed": True, "error": None, "rows": rows,
                "xml": f"<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><MsgID>{message}</MsgID></SyncHdr><SyncBody><Final/></SyncBody></SyncML>"})
            message += 1
        made.append(step)
    end = {"outcome": "failed", "endedAt": steps * 10, "expectations": [], "diagnostics": []}
    return {"head": head, "steps": made, "ending": end}
