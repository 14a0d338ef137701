import Engine
import Zaken

/// A dry run: which running zaken can move along to another version, and which cannot, with why.
struct VerhuizingPage: Page {
    let name: String
    let back: String
    let line: String
    let path: String
    let problems: ZaakPage.Problems?
    let summary: String
    /// What to say where no zaak runs on the old version.
    let nobody: String?
    let movable: [Group]
    let stuck: [Group]
    let form: Form?

    /// Zaken that stand at the same place, or are kept by the same obstacle.
    struct Group: Sendable {
        let text: String
        let count: String
        let zaken: [Way]
        let more: String?
    }

    struct Form: Sendable {
        let fields: [Field]
        let button: String
    }

    static let template = "processen/verhuizing"
    static let area: Area? = .processen

    static let variants: [(name: String, page: VerhuizingPage)] = [
        (
            "leeg",
            VerhuizingPage(
                name: sample.name, back: sample.back, line: sample.line, path: sample.path, problems: nil, summary: "",
                nobody: "Op versie 2 loopt geen enkele zaak meer.", movable: [], stuck: [], form: nil)
        )
    ]

    static let sample = VerhuizingPage(
        name: "Incasso", back: "/processen/incasso", line: "Van versie 2 naar versie 3",
        path: "/processen/incasso/verhuizing?van=2&naar=3",
        problems: ZaakPage.Problems(problems: [Problem(text: "Zeg waarom.", anchor: "reden")]),
        summary: "40 zaken kunnen mee, 2 niet.", nobody: nil,
        movable: [
            Group(
                text: "Staat bij Belronde", count: "38", zaken: [Way("ZAAK-2026-000412", "/zaken/1")],
                more: "en nog 37")
        ],
        stuck: [
            Group(
                text: "De stap Fax sturen is er niet meer.", count: "2", zaken: [Way("ZAAK-2026-000413", "/zaken/2")],
                more: "en nog 1")
        ],
        form: Form(
            fields: [Field("reden", "Reden", .text(""), id: "reden", isRequired: true)], button: "Verhuis 40 zaken"))
}

extension VerhuizingPage {
    /// `names` calls the steps of the old version, where the zaken stand.
    init(
        _ old: DefinitionKey, _ new: ProcessDefinition, _ zaken: [Verhuiskandidaat], problems: [Problem]?,
        _ words: Words, names: (String) -> String
    ) {
        let (movable, stuck) = (zaken.filter(\.obstakels.isEmpty), zaken.filter { !$0.obstakels.isEmpty })
        self.init(
            name: new.name ?? new.key.process, back: ProcessPaths.process(new.key.process),
            line: words(
                "moving.from_to", ["old": words.number(old.version), "new": words.number(new.key.version)]),
            path: ProcessPaths.moving(old.process) + "?van=\(old.version)&naar=\(new.key.version)",
            problems: problems.map { ZaakPage.Problems(problems: $0) },
            summary: words(
                "moving.summary", count: movable.count,
                ["can": words.number(movable.count), "cannot": words.number(stuck.count)]),
            nobody: zaken.isEmpty ? words("moving.none", ["n": words.number(old.version)]) : nil,
            movable: Group.groups(movable, words) { one in
                words("moving.stands_at", ["name": one.staat.map(names).joined(separator: ", ")])
            },
            stuck: Group.groups(stuck, words) { one in
                one.obstakels.first.map { $0.sentence(names, words) } ?? ""
            },
            form: movable.isEmpty
                ? nil
                : Form(
                    fields: [Field("reden", words("zaak.reason"), .text(""), id: "reden", isRequired: true)],
                    button: words("moving.do", count: movable.count)))
    }
}

extension VerhuizingPage.Group {
    static func groups(_ zaken: [Verhuiskandidaat], _ words: Words, by text: (Verhuiskandidaat) -> String) -> [Self] {
        Dictionary(grouping: zaken, by: text).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            group in
            let shown = group.value.prefix(10)
            return Self(
                text: group.key, count: words.number(group.value.count),
                zaken: shown.map { Way($0.nummer, ZaakPaths.zaak($0.zaak)) },
                more: group.value.count > shown.count
                    ? words("moving.more", ["n": words.number(group.value.count - shown.count)]) : nil)
        }
    }
}

extension MigrationObstacle {
    func sentence(_ names: (String) -> String, _ words: Words) -> String {
        switch self {
        case .nodeGone(_, let node): words("moving.node_gone", ["name": names(node)])
        case .kindChanged(_, let node): words("moving.kind_changed", ["name": names(node)])
        case .scopeChanged(_, let node): words("moving.scope_changed", ["name": names(node)])
        case .flowGone(_, let flow): words("moving.flow_gone", ["name": names(flow)])
        }
    }
}
