// Keeps a phone's screen on while the coach is at work: it lies on the floor, and nobody touches it.

const ASLEEP = new Set(["idle", "ended"]);

/** Hold the screen's wake lock while a session is open; without one (no https) do nothing. */
export function keepAwake(device) {
  let lock = null;
  let isWanted = false;
  const update = async () => {
    if (isWanted && !lock && document.visibilityState === "visible") {
      lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
      lock?.addEventListener("release", () => {
        lock = null;
      });
    } else if (!isWanted) await lock?.release();
  };
  device.addEventListener("state", ({ detail }) => {
    isWanted = !ASLEEP.has(detail);
    update();
  });
  document.addEventListener("visibilitychange", update);
}
