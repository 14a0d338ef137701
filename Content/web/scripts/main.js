// Everything works without these; each adds one convenience to elements that ask for it by a data attribute.
import { keys } from "./keys.js";
import { lists } from "./lists.js";
import { live } from "./live.js";
import { drop } from "./drop.js";
import { diagrams } from "./diagram.js";
import { outlines } from "./outline.js";
import { filters } from "./filter.js";
import { forms } from "./forms.js";
import { advice } from "./advice.js";
import { wording } from "./wording.js";
import { plan } from "./plan.js";
import { drafts } from "./drafts.js";
import { leaving } from "./leaving.js";

document.documentElement.classList.add("scripted");
for (const start of [keys, lists, live, drop, diagrams, outlines, filters, forms, drafts, leaving, advice, wording, plan]) start(document);
