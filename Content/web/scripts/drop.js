// A form marked data-drop takes a file dropped anywhere on the page, and shows how far the upload is.
export function drop(page) {
  const form = page.querySelector("form[data-drop]");
  if (!form) return;
  const zone = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  page.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  page.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) zone.classList.remove("over");
  });
  page.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  const bar = form.querySelector("progress");
  const request = new XMLHttpRequest();
  bar.hidden = false;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
  });
  request.addEventListener("load", () => follow(request, form));
  request.addEventListener("error", () => form.submit());
  request.open("POST", form.action);
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  request.send(new FormData(form));
}

// The answer says where to look; a refusal is drawn by sending the form once more without script.
function follow(request, form) {
  const place = request.getResponseHeader("Location");
  if (request.status === 201 && place) location.assign(place);
  else form.submit();
}
