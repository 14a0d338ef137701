// Keys for the whole page: "/" to search, "?" for help, "g w" to the worklist, "g p" to the mail, and those that a button
// or link names itself (data-press). Never while someone types.
const typed = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]";
export const isTyping = (target) => target.closest(typed) !== null;

export function keys(page) {
  let last = "";
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(page);
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const pair = last + event.key;
    last = event.key;
    if (event.key === "/") return act(event, () => page.querySelector('[data-key="/"]')?.focus());
    if (event.key === "?") return act(event, () => page.querySelector("#toetsen")?.showModal());
    if (pair === "gw") return act(event, () => location.assign("/werkvoorraad"));
    if (pair === "gp") return act(event, () => location.assign("/post"));
    const own = /^[a-z]$/.test(event.key) && page.querySelector(`[data-press="${event.key}"]`);
    if (own) act(event, () => press(own));
  });
  page.addEventListener("click", (event) => {
    for (const menu of page.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

// A button that needs a choice (data-choose) first brings who presses its key to that choice, and takes none by itself.
function press(button) {
  const name = button.dataset.choose;
  const choices = name ? [...button.form.querySelectorAll(`input[type="radio"][name="${name}"]`)] : [];
  if (choices.length === 0 || choices.some((one) => one.checked) || button.form.elements.nummer?.value) {
    return button.click();
  }
  choices[0].focus();
}

function closeMenus(page) {
  for (const menu of page.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

function act(event, what) {
  event.preventDefault();
  what();
}
