"use strict";

/** An event as one line for people: {text, tone}. It says all that LifeText.swift says, and what that leaves out. */
function eventWords(event, head) {
  const known = eventSentences[event.type];
  const words = known ? known(event, head) : event.type;
  const [text, tone] = Array.isArray(words) ? words : [words, "plain"];
  return { text, tone };
}

/** The kinds by which events are filtered. */
function eventKind(event) { return eventKinds[event.type] ?? "Other"; }

const eventKinds = { __proto__: null };
for (const [kind, types] of Object.entries({
  "Page": ["pageState", "category", "line", "controls", "error", "errorCleared", "pageLeft", "duration", "whitePage", "buttonPressed",
    "buttonNotOffered", "logsCollected", "preparationStarted", "setting"],
  "Apps": ["app", "enforcement", "package", "packageSource", "installation", "certificate", "script", "job", "agentStarted", "agentPhase", "agentLog"],
  "Sessions": ["sessionStarted", "messageSent", "messageReceived", "commandAnswered", "sessionEnded", "sessionBroken", "redirected",
    "sessionAborted", "keptAlive", "credentials", "question", "notification", "alertQueued", "pollingStarted"],
  "Nodes": ["nodeWritten", "policyHeldBack", "policyTookEffect", "drifted", "driftUndone", "policiesRefreshed", "configLock", "effectNotEmulated"],
  "Device": ["signInScreen", "userSignedIn", "userSignedOut", "poweredOff", "poweredOn", "restartRequested", "machineStarted",
    "registrationKicked", "qualityUpdates", "devicePreparation", "resetStarted", "enrolled", "certificateRenewed", "unenrolled", "certificateExpired"],
  "Log": ["eventLog"],
})) for (const type of types) eventKinds[type] = kind;

/** What the people who wrote the scenario or the server call it: always as a line. */
function named(text) { return visibleText(text ?? ""); }

function lastName(uri) { return named(nodeName(lastSegment(String(uri)))); }

function buttonTitle(head, button) { return own(head?.buttons, button) ?? button; }

function sessionEndWords(event) {
  const { sentence, isBad } = sessionEnding(event);
  return [sentence, isBad ? "bad" : "quiet"];
}

function toneOfState(state) { return state === 4 ? "bad" : state === 3 ? "good" : "quiet"; }

const eventSentences = {
  __proto__: null,
  // A server is not always told why.
  sessionStarted: (e) => [`Session ${e.session} starts${e.trigger === null ? "" : ` ${triggerText(e.trigger)}`}`, "heading"],
  messageSent: (e) => [`The device sends message ${e.message} of session ${e.session} (${sizeText(e.bytes)})`, "quiet"],
  messageReceived: (e) => [`The server sends message ${e.message} of session ${e.session} (${sizeText(e.bytes)})`, "quiet"],
  commandAnswered: (e) => {
    const refused = isRefusal(e.status);
    const words = `${named(e.command)} ${named(e.target)}: ${statusText(e.status)}${e.originalError ? ` (${named(e.originalError)})` : ""}`;
    return [refused ? `Refused: ${words}` : words, refused ? "bad" : "quiet"];
  },
  sessionEnded: sessionEndWords,
  sessionBroken: sessionEndWords,
  redirected: (e) => `Session ${e.session} goes on at ${named(e.address)}`,
  sessionAborted: (e) => [`The ${named(e.by)} gives session ${e.session} up`, "heading"],
  keptAlive: (e) => [`The device keeps session ${e.session} alive`, "quiet"],
  credentials: (e) => [`Session ${e.session}: ${statusText(e.status)} for the credentials of the ${named(e.of)}${e.authentication ? ` (${named(e.authentication)})` : ""}`,
    e.status >= 400 ? "bad" : "quiet"],
  question: (e) => [`The server asks "${named(e.text)}": ${[statusText(e.status), ...e.answers.map(named)].join(", ")}`, "heading"],
  notification: (e) => [e.refusal ? `A notification comes in: ${named(e.refusal)}` : "A notification comes in", "heading"],
  alertQueued: (e) => [`Alert ${e.code} waits to be sent: ${named(e.alertType)}`, "quiet"],
  pollingStarted: () => "The polling schedule starts",
  nodeWritten: (e) => [`The ${named(e.writer)} sets ${named(e.uri)}${e.value === null || e.value === undefined ? "" : ` to ${named(e.value)}`}`, "quiet"],
  pageState: (e, head) => [`Page: ${own(head?.pageStates, e.state) ?? e.state} (${e.state})`, "heading"],
  category: (e, head) => {
    const title = head?.categories?.find((category) => category.id === e.category)?.title ?? e.category;
    const isBad = e.state === "failed" || e.state === "failedFromPreviousCategory";
    return [`${named(title)}: ${categoryWords[e.text] ?? named(e.text)}`, e.state === "succeeded" ? "good" : isBad ? "bad" : "heading"];
  },
  line: (e) => [named(e.text ?? `${lastLinePart(e.line)}: ${stateWords[e.state] ?? e.state}`), e.state === "failed" ? "bad" : e.state === "succeeded" ? "good" : "plain"],
  controls: (e, head) => {
    const names = [...e.buttons, ...e.links].map((button) => buttonTitle(head, button));
    return names.length ? `Offered: ${names.join(", ")}` : ["No button is offered", "quiet"];
  },
  error: (e) => [`Error screen${e.code ? ` ${named(e.code)}` : ""}: ${named(e.text)}`, "bad"],
  errorCleared: () => ["The error screen goes", "plain"],
  setting: (e) => [`Setting ${named(e.name)}: ${named(e.value)}`, "quiet"],
  eventLog: (e) => [`Event ${e.id}${e.name ? ` ${named(e.name)}` : ""}${e.message ? `: ${named(e.message)}` : ""}`, "quiet"],
  duration: (e) => [`${named(e.name)} of the ${named(e.scope)} page: ${formatDuration(e.seconds)}`, "quiet"],
  pageLeft: (e) => [`${e.scope === "device" ? "Device" : "Account"} page left: ${named(e.outcome)}`, e.outcome === "succeeded" ? "good" : "plain"],
  signInScreen: (e) => [e.prompt ? "Sign-in screen asks for name and password" : "Sign-in screen", "heading"],
  userSignedIn: () => ["The user signs in", "heading"],
  userSignedOut: () => ["The user signs out", "heading"],
  poweredOff: () => ["The device shuts down", "heading"],
  poweredOn: () => ["The device is turned on", "heading"],
  preparationStarted: (e) => `Begins: ${named(e.step)}`,
  registrationKicked: () => "The registration task starts again",
  script: (e) => [`Script ${named(e.name)}: ${e.exitCode === null ? "runs" : `ended with ${named(e.exitCode)}`}`, e.exitCode === null || e.exitCode === "0" ? "quiet" : "bad"],
  policyHeldBack: (e) => [`Held back until the user's flow: ${named(e.uri)}`, "quiet"],
  policyTookEffect: (e) => [`Takes effect now: ${named(e.uri)}`, "quiet"],
  qualityUpdates: (e) => `Quality updates: ${named(e.stage)}`,
  devicePreparation: (e) => [`Autopilot device preparation: ${named(e.state)}`, "heading"],
  whitePage: () => ["The page stays white for a while", "quiet"],
  buttonPressed: (e, head) => [`The user presses ${buttonTitle(head, e.button)}`, "heading"],
  buttonNotOffered: (e, head) => [`The user looks for ${buttonTitle(head, e.button)}, which is not offered`, "bad"],
  agentStarted: () => "The agent starts",
  agentPhase: (e) => `The agent's phase: ${named(e.phase)}`,
  app: (e) => [`App ${named(e.name)}: ${appStateWords[e.state] ?? e.state}${e.error ? ` (${named(e.error)})` : ""}`, toneOfState(e.state)],
  agentLog: (e) => [`Agent: ${named(e.text)}`, "quiet"],
  enforcement: (e, head) => [`App ${named(head?.apps?.find((app) => app.id === e.id)?.name ?? e.id)}: enforcement ${e.state} ${enforcementWords[e.state] ?? ""}${
    e.exitCode !== null && e.exitCode !== undefined ? `, exit code ${named(e.exitCode)}` : ""}`, e.state >= 4000 && e.state < 6000 ? "bad" : "quiet"],
  package: (e) => [`MSI ${named(e.name)}: ${packageStatusWords[e.status] ?? `status ${e.status}`}`, toneOfState(packageState(e))],
  packageSource: (e) => [`MSI ${lastName(e.uri)} comes from ${named(e.url)}`, "quiet"],
  installation: (e) => {
    const state = packageState(e);
    const reason = e.kind === "office" && officeStatusWords[e.status] ? ` (${e.status}: ${officeStatusWords[e.status]})` : "";
    return [`${kindWords[e.kind] ?? named(e.kind)} ${named(e.name)}: ${appStateWords[state]}${reason}`, toneOfState(state)];
  },
  certificate: (e) => [`Certificate ${lastName(e.uri)}: ${certificateText(e.uri, e.status)}`, toneOfState(certificateState(e))],
  job: (e) => [`${named(e.kind)}: ${named(e.status)}`, "quiet"],
  effectNotEmulated: (e) => [`Windows would do something here that is not emulated: ${named(e.uri)}`, "quiet"],
  restartRequested: () => ["A restart is asked for", "heading"],
  machineStarted: () => ["The machine is up again", "heading"],
  logsCollected: (e) => `Logs are collected: ${(e.areas ?? []).map(named).join(", ")}`,
  resetStarted: () => ["The reset of the system starts", "heading"],
  enrolled: () => ["The device enrols", "heading"],
  certificateRenewed: () => ["The device gets another certificate", "heading"],
  unenrolled: () => ["The device has left management", "heading"],
  drifted: (e) => [`A program sets ${named(e.uri)} to ${named(e.value)}`, "bad"],
  driftUndone: (e) => [`${{ __proto__: null, configRefresh: "Config refresh", configLock: "Config lock", declaredConfiguration: "Declared configuration" }[e.by] ?? named(e.by)} sets ${named(e.uri)} back to ${named(e.value)}`, "good"],
  policiesRefreshed: (e) => `Config refresh applies the policies again: ${count(e.restored, "value")} put back`,
  configLock: (e) => `Config lock: ${named(e.state)}`,
  certificateExpired: () => ["The certificate of the enrolment has ended; it is not renewed automatically any more", "bad"],
};

/** `AccountSetup.PrepareMultifactorAuth` as `PrepareMultifactorAuth`. */
function lastLinePart(line) { return named(String(line).split(".").at(-1).replace(/Subcategory$/, "")); }
