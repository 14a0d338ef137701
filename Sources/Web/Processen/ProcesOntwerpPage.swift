/// A BPMN file before it is published: its flaws by element and line, its flow, its example cases, and what changes.
struct ProcesOntwerpPage: Page {
    let name: String
    let line: String
    let path: String
    let problems: ZaakPage.Problems?
    let flaws: [BeslissingOntwerpPage.Flaw]
    let svg: SafeMarkup?
    /// The new drawing in words, as on the page of what is published.
    let outline: OutlinePart?
    let soundness: SoundnessPart?
    let scenarios: ScenariosPart?
    let differences: DifferencesPart?
    let old: SafeMarkup?
    /// The form to publish, where the file can run and is another than what zaken begin with.
    let publish: Publish?
    /// Where it is measured against the test questions of the procesbot.
    let measure: String?
    /// That it is what zaken begin with already.
    var unchanged: String? = nil
    /// Where example cases are laid beside it; nothing where no process can be read from it.
    var examples: VoorbeeldinvoerPart? = nil
    /// The processes of a file with more than one, to look at each.
    var processes: [Way] = []

    struct Publish: Sendable {
        /// The process that the page is about.
        let looked: String
        let fields: [Field]
        /// What begins with it or calls it, once it is published.
        let use: String
        /// What to think of before publishing all the same.
        let warning: String?
    }

    static let template = "processen/ontwerp"
    static let area: Area? = .processen

    static let sample = ProcesOntwerpPage(
        name: "Incasso", line: "incasso.bpmn wordt versie 4", path: "/ontwerpen/proces/1",
        problems: ZaakPage.Problems(problems: [Problem(text: "Zeg waarom.", anchor: "reden")]),
        flaws: BeslissingOntwerpPage.sample.flaws, svg: DiagramPart.sample.svg, outline: .sample,
        soundness: .sample, scenarios: .sample, differences: .sample, old: DiagramPart.sample.svg,
        publish: Publish(
            looked: "incasso",
            fields: [Field("reden", "Reden", .text(""), id: "reden", isRequired: true)],
            use: "Nieuwe zaken van “Achterstand in betaling” beginnen met de nieuwste versie.",
            warning: "Een voorbeeldzaak staat rood."), measure: "/procesbot/ontwerpen/1/meting",
        examples: .sample, processes: [Way("Incasso", "/ontwerpen/proces/1?proces=incasso", current: true)])

    static let variants: [(name: String, page: ProcesOntwerpPage)] = [
        (
            "al geldend",
            ProcesOntwerpPage(
                name: "Incasso", line: "incasso.bpmn", path: "/ontwerpen/proces/1", problems: nil, flaws: [], svg: nil,
                outline: nil, soundness: nil, scenarios: nil, differences: nil, old: nil, publish: nil,
                measure: nil, unchanged: "Deze tekening geldt al: het is versie 3.")
        )
    ]
}
