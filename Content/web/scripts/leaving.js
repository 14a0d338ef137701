// Where a part of a page is marked data-unsaved, going away is asked about while something stands in it that was not sent.
export function leaving(page) {
  const parts = [...page.querySelectorAll("[data-unsaved]")];
  if (parts.length === 0) return;
  let sent = false;
  page.addEventListener("submit", (event) => { sent = !event.defaultPrevented; });
  window.addEventListener("pageshow", (event) => { if (event.persisted) sent = false; });
  window.addEventListener("beforeunload", (event) => {
    const typed = parts.flatMap((part) => [...part.querySelectorAll("textarea")]).some((one) => one.value.trim() !== "");
    if (typed && !sent) event.preventDefault();
  });
}
