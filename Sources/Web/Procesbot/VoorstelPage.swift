import Basics
import Bibliotheek

/// A change that is measured before it counts: what the test questions say of it, and what a person makes of that.
struct VoorstelPage: Page {
    let title: String
    let line: String
    let state: Chip
    let problems: ZaakPage.Problems?
    /// How far measuring is.
    let busy: Busy?
    /// Said where measuring went wrong.
    let failing: String?
    let verdict: Banner?
    let figures: [Figure]
    let groups: [Group]
    /// How many questions are answered as before.
    let same: String?
    /// What changes in the text of a source.
    let changes: BronPage.Changes?
    let publish: Publish?
    /// Where a drawing or a table is published, with its own examination.
    let elsewhere: Way?
    let acts: Acts?

    struct Busy: Sendable {
        let text: String
        let asked: String
        let all: String
        /// Where a person stops it.
        let stop: String
    }

    /// One figure with what is in force, and after the change.
    struct Figure: Sendable {
        let name: String
        let now: String
        let then: String
        let change: Chip?
    }

    struct Group: Sendable {
        let title: String
        let tone: String
        let items: [Item]
    }

    /// A test question of which the answer changes.
    struct Item: Sendable {
        let question: String
        let path: String
        let now: String
        let then: String
    }

    struct Publish: Sendable {
        let path: String
        /// What has to be ticked first.
        let tick: Tick?
    }

    struct Tick: Sendable {
        let label: String
    }

    struct Acts: Sendable {
        let again: String
        let discard: String
    }

    static let template = "procesbot/voorstel"
    static let area: Area? = .procesbot

    static let sample = VoorstelPage(
        title: "Nieuwe versie van 05-betalingsregeling.md", line: "Cora Voorbeeld, vandaag 11:05",
        state: Chip("1 vraag slechter", "urgent"),
        problems: ZaakPage.Problems(problems: [Problem(text: "Zet eerst een vinkje.", anchor: "ondanks")]), busy: nil,
        failing: "Het meten lukt nu niet en wordt vanzelf opnieuw geprobeerd.",
        verdict: Banner(
            tone: "urgent", title: "Eén vraag gaat slechter", text: "Kijk wat er verandert.",
            way: Way("Bekijk", "/procesbot/metingen")),
        figures: [Figure(name: "Routes goed", now: "47 van 48", then: "46 van 48", change: Chip("−1", "urgent"))],
        groups: [
            Group(
                title: "Wordt slechter", tone: "urgent",
                items: [
                    Item(
                        question: "Tot wanneer loopt de pauze?", path: "/procesbot?test=V05", now: "60 dagen.",
                        then: "geweigerd: onvoldoende bron")
                ])
        ], same: "47 vragen worden beantwoord als nu.", changes: BronPage.sample.changes,
        publish: Publish(path: "/procesbot/voorstellen/1", tick: Tick(label: "Publiceer toch")),
        elsewhere: Way("Naar het ontwerp", "/ontwerpen/beslissing/1"),
        acts: Acts(again: "/procesbot/voorstellen/1/meting", discard: "/procesbot/voorstellen/1/weg"))

    static let variants: [(name: String, page: VoorstelPage)] = [
        (
            "bezig",
            VoorstelPage(
                title: sample.title, line: sample.line, state: Chip("wordt gemeten", "note"), problems: nil,
                busy: Busy(
                    text: "20 van 49 vragen gesteld.", asked: "20", all: "49", stop: "/procesbot/voorstellen/1/stop"),
                failing: nil, verdict: nil,
                figures: [], groups: [], same: nil, changes: nil, publish: Publish(path: "/", tick: nil),
                elsewhere: nil, acts: sample.acts)
        )
    ]
}
