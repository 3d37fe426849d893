const LOOK_EVERY_MS = 500;

/**
 * npm starts us through a shell, and a signal sent to npm ends that shell without reaching us: we would go on
 * and hold the port. So we look whether our parent is still there, and take its end for SIGTERM.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = () => process.ppid === parent || process.kill(process.pid, "SIGTERM");
  setInterval(look, LOOK_EVERY_MS).unref();
}
