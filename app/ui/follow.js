// Renews a page that follows something, without React: [data-follow] is the address of its pulse, data-pulse its own.
// Plain JavaScript, because it goes to the browser as it stands here. Without scripts the page reloads itself.
const followed = document.querySelector("[data-follow]");
if (followed instanceof HTMLElement && "EventSource" in window) follow(followed);

/** @param {HTMLElement} place */
function follow(place) {
  // A hall that asks at the same moment would wait for itself; the screen asks at once.
  const spreadMs = Number(place.dataset.spread || 0);
  const AGAIN_MS = 3000;
  let isWaiting = false;
  let seen = place.dataset.pulse;

  async function renew() {
    isWaiting = false;
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("[data-follow]");
      if (!(next instanceof HTMLElement)) return location.reload();
      const hadFocus = place.contains(document.activeElement);
      document.title = page.title;
      place.className = next.className;
      place.dataset.pulse = next.dataset.pulse;
      place.replaceChildren(...document.importNode(next, true).childNodes);
      startClock();
      if (hadFocus) place.focus();
      if (seen && next.dataset.pulse !== seen) later(spreadMs);
    } catch {
      later(AGAIN_MS);
    }
  }

  /** @param {number} withinMs */
  function later(withinMs) {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(renew, 50 + Math.random() * withinMs);
  }

  function listen() {
    const source = new EventSource(place.dataset.follow ?? "");
    source.addEventListener("pulse", ({ data }) => {
      seen = data;
      if (data !== place.dataset.pulse) later(spreadMs);
    });
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return; // it comes back by itself
      setTimeout(() => {
        later(AGAIN_MS);
        listen();
      }, AGAIN_MS);
    };
  }

  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  /** A clock runs from the seconds that were left when the page was made. */
  function startClock() {
    clearInterval(timer);
    const clock = place.querySelector("[data-left]");
    if (!(clock instanceof HTMLElement)) return;
    const until = Date.now() + Number(clock.dataset.left) * 1000;
    const show = () => {
      const left = Math.round((until - Date.now()) / 1000);
      const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
      clock.textContent = `${left < 0 ? "−" : ""}${minutes}:${String(seconds).padStart(2, "0")}`;
      clock.classList.toggle("is-over", left < 0);
    };
    show();
    timer = setInterval(show, 1000);
  }

  startClock();
  listen();
}
