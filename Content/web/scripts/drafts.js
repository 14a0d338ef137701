// What someone typed in one form of a page survives the sending of another: a note goes away, the form of the call stays as
// it was. Kept in this tab only, until the page is there again.
const place = "ontknoop-concept";
const kinds = "input:not([type=hidden], [type=file], [type=password]), select, textarea";

export function drafts(page) {
  restore(page);
  page.addEventListener("submit", (event) => {
    const sent = event.target;
    if (event.defaultPrevented || sent.method !== "post") return;
    const kept = [...page.querySelectorAll("main form")].filter((form) => form !== sent && form.method === "post")
      .map((form) => ({ form: name(form), fields: touched(form) })).filter((one) => one.fields.length > 0);
    if (kept.length > 0) sessionStorage.setItem(place, JSON.stringify({ home: home(page), kept }));
    else sessionStorage.removeItem(place);
  });
}

// Forms for one address are told apart by what goes along unseen.
const name = (form) =>
  form.getAttribute("action") + [...form.querySelectorAll("input[type=hidden]:not([name=csrf])")].map((one) => `&${one.name}=${one.value}`).join("");

// The page's own address, also after a form was refused and the address is that of the act.
const home = (page) => page.querySelector("[data-live]")?.dataset.live.replace(/\/[^/]*$/, "") ?? location.pathname;

const isSamePage = (one, other) => one === other || one.startsWith(other + "/") || other.startsWith(one + "/");

function touched(form) {
  return [...form.querySelectorAll(kinds)].filter((field) => field.name && isTouched(field))
    .map((field) => ({ name: field.name, value: field.value, on: field.checked }));
}

function isTouched(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) return field.value !== ([...field.options].find((one) => one.defaultSelected)?.value ?? field.options[0]?.value);
  return field.value !== field.defaultValue;
}

function restore(page) {
  const text = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  const found = text && JSON.parse(text);
  if (!found || !isSamePage(found.home, home(page))) return;
  for (const { form, fields } of found.kept) {
    const again = [...page.querySelectorAll("main form")].find((one) => name(one) === form);
    if (again) fields.forEach((field) => fill(again, field));
    again?.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function fill(form, { name, value, on }) {
  const all = [...form.querySelectorAll(kinds)].filter((one) => one.name === name);
  const field = all.find((one) => one.type !== "radio" && one.type !== "checkbox" || one.value === value);
  if (!field) return;
  if (field.type === "radio" || field.type === "checkbox") field.checked = on;
  else field.value = value;
  const fold = field.closest("details");
  if (fold) fold.open = true;
}
