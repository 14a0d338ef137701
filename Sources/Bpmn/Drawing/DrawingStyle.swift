/// The style sheet of a drawing: inside a file that stands alone, beside other style sheets in a page.
public enum DrawingStyle {
    /// Colours follow the page's tokens, by name and with the same values where there are none.
    public static let text = """

        .bpmn-diagram { font: 12px system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink, #1d2327); }
        .bpmn-diagram title { pointer-events: none; }
        .bpmn-body { fill: var(--surface, #fffefb); stroke: currentColor; stroke-width: 1.5; }
        .bpmn-ring, .bpmn-line, .bpmn-icon, .bpmn-frame { fill: none; stroke: currentColor; stroke-width: 1.25; stroke-linejoin: round; }
        .bpmn-icon { stroke-width: 1; stroke-linecap: round; }
        .bpmn-event .bpmn-icon { fill: var(--surface, #fffefb); }
        .bpmn-task .bpmn-icon:not(.bpmn-solid) { fill: none; }
        .bpmn-solid { fill: var(--surface, #fffefb); }
        .bpmn-ink { fill: currentColor; stroke: currentColor; stroke-width: 1; stroke-linejoin: round; }
        .bpmn-knockout { fill: none; stroke: var(--surface, #fffefb); stroke-width: 1.25; }
        .bpmn-heavy { stroke-width: 2; }
        .bpmn-bold { stroke-width: 3; }
        .bpmn-thick { stroke-width: 3.5; }
        .bpmn-dashed { stroke-dasharray: 5 3; }
        .bpmn-dotted { stroke-dasharray: 1.5 3.5; stroke-linecap: round; }
        .bpmn-frame { stroke-dasharray: 8 3 2 3; stroke-width: 1.5; pointer-events: none; }
        .bpmn-clear { fill: none; pointer-events: all; }
        .bpmn-shaded { fill: var(--surface-sunk, #efede7); }
        .bpmn-double { fill: none; stroke: currentColor; stroke-width: 4; }
        .bpmn-double-gap { fill: none; stroke: var(--surface, #fffefb); stroke-width: 1.5; }
        .bpmn-pool .bpmn-body, .bpmn-lane .bpmn-body { stroke-width: 1; }
        .bpmn-lane .bpmn-body { fill: none; }
        .bpmn-text { fill: currentColor; stroke: none; font-size: 12px; }
        .bpmn-small { font-size: 10px; }
        .bpmn-label { font-size: 11px; paint-order: stroke; stroke: var(--surface, #fffefb); stroke-width: 3px; stroke-linejoin: round; }
        .bpmn-annotation, .bpmn-association { color: var(--ink-soft, #545b61); }
        .bpmn-element.is-done { color: var(--calm, #2f6b3a); }
        .bpmn-element.is-done .bpmn-body { fill: var(--calm-soft, #dff0e0); }
        .bpmn-element.is-here { color: var(--accent, #0b5c5c); }
        .bpmn-element.is-here .bpmn-body { fill: var(--accent-soft, #d9ece9); stroke-width: 3; }
        .bpmn-element.is-waiting .bpmn-body { fill: var(--note-soft, #e3e7f8); }
        .bpmn-element.is-stuck { color: var(--urgent, #a3262a); }
        .bpmn-element.is-stuck .bpmn-body { fill: var(--urgent-soft, #fadfdd); stroke-width: 3; }
        .bpmn-element.is-added { color: var(--calm, #2f6b3a); }
        .bpmn-element.is-removed { color: var(--urgent, #a3262a); }
        .bpmn-element.is-removed .bpmn-body, .bpmn-element.is-removed .bpmn-line { stroke-dasharray: 6 4; }
        .bpmn-element.is-changed { color: var(--attention, #8a5200); }
        .bpmn-element.heat-1 .bpmn-body { fill: color-mix(in srgb, var(--attention-soft, #fbe9cc) 30%, var(--surface, #fffefb)); }
        .bpmn-element.heat-2 .bpmn-body { fill: color-mix(in srgb, var(--attention-soft, #fbe9cc) 70%, var(--surface, #fffefb)); }
        .bpmn-element.heat-3 .bpmn-body { fill: var(--attention-soft, #fbe9cc); }
        .bpmn-element.heat-4 .bpmn-body { fill: color-mix(in srgb, var(--urgent-soft, #fadfdd) 60%, var(--attention-soft, #fbe9cc)); }
        .bpmn-element.heat-5 .bpmn-body { fill: var(--urgent-soft, #fadfdd); }
        .bpmn-element a:focus-visible .bpmn-body { stroke: var(--accent, #0b5c5c); stroke-width: 3; }

        """

    /// What a file needs that a page has already.
    static let alone = ".bpmn-diagram { background: var(--surface, #fffefb); }\n"
}
