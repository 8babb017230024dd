// Request envelopes as an Echo sends them; `skill/simulator/envelopes.py` makes the same.

/** Return a name no other request or session has; without https there is no `randomUUID`. */
export function freshId(kind) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `amzn1.echo-api.${kind}.${parts.join("-")}`;
}

/** Return a whole envelope around a request; `nowMs` is since the epoch. */
export function envelope(account, request, session, requestId, nowMs) {
  const application = { applicationId: account.skill };
  const user = { userId: account.user };
  return {
    version: "1.0",
    session: { ...session, application, user },
    context: {
      System: {
        application,
        user,
        device: { deviceId: account.device, supportedInterfaces: {} },
        apiEndpoint: "https://api.amazonalexa.com",
      },
    },
    request: {
      ...request,
      requestId,
      timestamp: new Date(nowMs).toISOString(),
      locale: account.locale,
    },
  };
}

/** Return a launch without a wish. */
export function launch() {
  return { type: "LaunchRequest" };
}

/** Return the end of a session. */
export function sessionEnded(reason) {
  return { type: "SessionEndedRequest", reason };
}
