"use strict";

/** What the device shows when it is not the status page, in words of our own. */
class ScreenMessage {
  static key(state, timeline) {
    return JSON.stringify([
      state.screen, state.pageState, state.signIn, timeline.head.device?.mode, state.updates, state.devicePreparation, state.signedInUser,
      state.screen === "preparing" ? ScreenMessage.progress(state) : null,
    ]);
  }

  static build(state, timeline) {
    const { glyph, title, text, tone } = ScreenMessage.of(state, timeline);
    return [el("div", { class: "screen-message", "data-tone": tone ?? null },
      glyph && el("span", { class: "glyph", "data-glyph": glyph, "aria-hidden": "true" }),
      el("h3", null, title),
      (Array.isArray(text) ? text : [text]).filter(Boolean).map((line) => el("p", null, line)),
      state.screen === "signIn" && ScreenMessage.signIn(state),
      state.screen === "preparing" && ScreenMessage.preparation(state))];
  }

  static of(state, timeline) {
    switch (state.screen) {
      case "starting":
        return { glyph: "dots", title: "The device starts", text: "The status page is not up yet." };
      case "restarting":
        return { glyph: "restart", title: "Restarting", text: state.pageState === "S2r" ? "The status page asked for it, and goes on afterwards." : "The device goes on when it is up again." };
      case "off":
        return { glyph: "power", title: "Turned off", text: "Nothing is on the screen." };
      case "signIn":
        return {
          glyph: "user", title: "Sign in",
          // Self-deploying has no user whose credentials could be used (7.2).
          text: state.signIn?.prompt ? "The user has to type name and password."
            : timeline.head.device?.mode === "selfDeploying" ? "Setup is over. The device has no user of its own."
              : "The credentials of the join are used again.",
        };
      case "desktop":
        return { glyph: "desktop", title: "Desktop", tone: "good", text: ["The user can work. No status page is up.", state.signedInUser && `Signed in: ${visibleText(state.signedInUser)}`] };
      case "left":
        return state.pageState === "S13"
          ? { glyph: "desktop", title: "No status page", text: "The server's settings skip it; apps and policies come in the background." }
          : { glyph: "desktop", title: "Desktop", text: "The page was left before it ended. What is missing goes on in the background." };
      case "technicianSuccess":
        return { glyph: "tick", tone: "success", title: "Ready for its user", text: "The technician's part succeeded. Reseal shuts the device down; its user goes on when it is turned on." };
      case "reset":
        return { glyph: "restart", title: "Reset under way", text: "The system is set back. This life ends here." };
      case "white":
        return { title: "White page", text: "The page stays white for a while. Nothing is wrong behind it." };
      case "updating":
        return {
          glyph: "dots", title: state.updates === "installing" ? "Installing quality updates" : "Looking for quality updates",
          text: "At the end of setup, before the sign-in. The status page is over; this counts for none of its timers.",
        };
      case "preparing":
        return { glyph: state.devicePreparation === "ProvisioningComplete" ? "tick" : "dots", title: "Device preparation", text: ["Autopilot device preparation shows no Enrollment Status Page.", "What it tells its server:"] };
      default:
        return { title: screenTitle(state), text: null };
    }
  }

  static signIn(state) {
    if (!state.signIn?.prompt) return null;
    const name = state.signIn.userName === "filledIn" ? "filled in" : "empty";
    return el("dl", { class: "sign-in" }, el("dt", null, "User name"), el("dd", null, name), el("dt", null, "Password"), el("dd", null, "empty"));
  }

  static progress(state) {
    const apps = [...state.apps.values()];
    return [apps.filter((app) => app.state === 3).length, apps.length];
  }

  static preparation(state) {
    const stages = ["PendingProvisioning", "Bootstrapping", "ExecutingProvisioning", "ProvisioningComplete"];
    const now = stages.indexOf(state.devicePreparation);
    const [done, all] = ScreenMessage.progress(state);
    return [
      el("ol", { class: "stages" }, stages.map((stage, index) => el("li", { "data-state": index < now || now === 3 ? "succeeded" : index === now ? "inProgress" : "notStarted", "aria-current": index === now ? "step" : null }, stage))),
      all > 0 && el("p", null, `${done} of ${all} installed`),
    ];
  }
}

/** The frame of a device that is seen from its server: the server knows its nodes, and not its screen. */
class ServerSide {
  static draw(view, state, timeline) {
    const rows = ServerSide.rows(state);
    view.draw(JSON.stringify(rows), () => [
      el("div", { class: "screen-message" },
        el("h3", null, "Only the device sees its page"),
        el("p", null, "A management server sees the sessions and the nodes that came in them.")),
      rows.length > 0 && el("table", { class: "server-nodes" },
        el("caption", null, "What the nodes tell of the page"),
        el("thead", null, el("tr", null, ["Scope", "Node", "Value"].map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", null, rows.map(([scope, name, value]) => el("tr", null, el("td", null, scope), el("th", { scope: "row" }, el("bdi", null, visibleText(name))), el("td", null, inlineValue(value)))))),
    ]);
    setHidden(view.actions, true);
    setHidden(view.why, true);
  }

  static rows(state) {
    const rows = [];
    for (const [uri, node] of state.tree) {
      const match = /^\.\/(Device|User)\/Vendor\/MSFT\/(?:DMClient\/Provider\/[^/]+\/FirstSyncStatus|EnrollmentStatusTracking)\/(.+)$/.exec(uri);
      if (match && node.value !== null) rows.push([match[1], match[2], node.value]);
    }
    return rows.sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
  }
}
