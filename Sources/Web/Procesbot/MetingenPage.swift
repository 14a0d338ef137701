import Basics
import Bibliotheek
import Database
import Journal
import Procesbot
import Zaken

/// How the adviser did, per version of library and rules; and what differed the last time.
struct MetingenPage: Page {
    /// How far the measurement under way is.
    let busy: Busy?
    /// Said where measuring went wrong.
    let failing: String?
    /// How the newest measurement went by list: on which the adviser was tuned, and on which not.
    let lists: [Listed]
    /// Of what was called clear or likely, how much was right.
    let certainty: Certainty?
    /// Changes that were proposed and wait for a decision.
    let proposals: [Proposal]
    /// The share that went right, over time; the table beside it says the same.
    let course: SafeMarkup?
    let rows: [Row]
    let empty: Empty?
    /// What became worse since the measurement before.
    let worse: Worse?
    let differences: Differences?
    /// How many more went wrong of the list that is held out, and why they do not stand there.
    let heldOut: String?
    let measure: Measure?

    struct Busy: Sendable {
        let text: String
        let asked: String
        let all: String
        /// Where a person stops it, who may.
        let stop: Stop?
    }

    struct Stop: Sendable {
        let path: String
    }

    /// One list of test questions.
    struct Listed: Sendable {
        let name: String
        /// What its figures are worth.
        let text: String
        let routes: String
        let first: String
        let refusals: String
    }

    struct Certainty: Sendable {
        let picture: SafeMarkup?
        let sentences: [Change]
    }

    struct Row: Sendable {
        let when: String
        let who: String
        let routes: String
        /// The stricter figure: those of which the first step alone is right.
        let first: String
        let share: String
        let refusals: String
        let sources: String
        /// What is other than at the measurement before: which sources, words and rules, by whom, when.
        let changes: [Change]
        let trend: Chip
    }

    struct Change: Sendable {
        let text: String
    }

    struct Proposal: Sendable {
        let title: String
        let path: String
        let who: String
        let state: Chip
    }

    struct Worse: Sendable {
        let text: String
        let questions: [Item]
    }

    struct Differences: Sendable {
        let items: [Item]
    }

    /// A test question that went wrong, in words, with a way to ask it now.
    struct Item: Sendable {
        let question: String
        let path: String
        let text: String
    }

    struct Measure: Sendable {
        let path: String
    }

    static let template = "procesbot/metingen"
    static let area: Area? = .procesbot

    static let sample = MetingenPage(
        busy: Busy(
            text: "20 van 96 testvragen gesteld.", asked: "20", all: "96", stop: Stop(path: "/procesbot/metingen/stop")),
        failing: "Het meten lukt nu niet.",
        lists: [
            Listed(
                name: "Niet afgesteld", text: "Reken op dit cijfer.", routes: "17 van 30", first: "15 van 30",
                refusals: "9 van 10")
        ],
        certainty: Certainty(
            picture: Zekerheidsbeeld.sample.markup, sentences: [Change(text: "Van 14 antwoorden waren er 9 goed.")]),
        proposals: [
            Proposal(
                title: "Nieuwe versie van 05-betalingsregeling.md", path: "/procesbot/voorstellen/1",
                who: "Cora Voorbeeld, vandaag 11:05", state: Chip("wordt gemeten", "note"))
        ],
        course: Meetlijn.sample,
        rows: [
            Row(
                when: "di 9 juni 11:05", who: "Cora", routes: "47 van 48", first: "40 van 48", share: "47",
                refusals: "8 van 8",
                sources: "96%, 92%",
                changes: [Change(text: "“Uitstel” kreeg versie 2 (Cora Voorbeeld, di 9 juni 10:58)")],
                trend: Chip("slechter", "urgent"))
        ], empty: Empty(title: "Nog niet gemeten", text: "Meet nu.", way: nil),
        worse: Worse(text: "Deze vraag ging eerst goed.", questions: [sampleItem]),
        differences: Differences(items: [sampleItem]),
        heldOut: "Van de lijst “Niet afgesteld” gingen er nog 13 niet goed.",
        measure: Measure(path: "/procesbot/metingen"))

    private static let sampleItem = Item(
        question: "Tot wanneer loopt de pauze?", path: "/procesbot?test=V05", text: "mist: 30 april")

    static let variants: [(name: String, page: MetingenPage)] = [
        (
            "leeg",
            MetingenPage(
                busy: nil, failing: nil, lists: [], certainty: nil, proposals: [], course: nil, rows: [],
                empty: sample.empty, worse: nil, differences: nil,
                heldOut: nil, measure: nil)
        ),
        (
            "gevuld",
            MetingenPage(
                busy: nil, failing: nil, lists: sample.lists, certainty: sample.certainty, proposals: sample.proposals,
                course: sample.course, rows: sample.rows, empty: nil, worse: nil,
                differences: sample.differences, heldOut: sample.heldOut, measure: sample.measure)
        ),
    ]
}
