/// A zaak in three questions: what now and why, what happened, and who is this about.
struct ZaakPage: Page {
    let head: Head
    let banners: [Banner]
    var problems: Problems?
    /// The way to what must be done first, for a narrow screen, where much stands above it.
    var first: Way? = nil
    /// Recording a contact, for who may.
    let contacting: ContactPart?
    /// What was typed in a form that can no longer be sent.
    var kept: Kept?
    let taken: [TaakPart]
    /// What is waited for when there is nothing to do.
    let idle: Idle?
    let diagram: DiagramPart?
    let filters: [Way]
    let happenings: [Happening]
    let allHappenings: String?
    let balance: BalancePart
    let arrangement: ArrangementPart?
    let planner: PlannerPart?
    let person: PersonPart
    let deadlines: [Deadline]
    let documents: DocumentsPart
    let notes: NotesPart
    let bot: BotPart?
    let acts: ZaakActs?
    let decisions: [BesluitPart]
    /// Where the page hears of others' acts.
    let events: String

    struct Head: Sendable {
        let title: String
        let crumb: String
        let list: String
        let line: String
        let chips: [Chip]
        let days: Days?
    }

    /// Days gone by of the days there are.
    struct Days: Sendable {
        let text: String
        let target: String
        let value: String
        let max: String
        let isLate: Bool
    }

    struct Problems: Sendable {
        let problems: [Problem]
    }

    struct Kept: Sendable {
        let path: String
        let text: String
    }

    struct Idle: Sendable {
        let text: String
        let isClosed: Bool
        /// The taak to go on with, elsewhere.
        let next: Next?
        /// The worklist as it was.
        let list: String
    }

    /// The next taak: of one's own list, else one that nobody has.
    struct Next: Sendable {
        let name: String
        let person: String
        let path: String
        let due: Chip
    }

    struct Deadline: Sendable {
        let what: String
        let when: String
        let machine: String
        let far: Chip
    }

    static let template = "zaken/zaak"
    static let area: Area? = .werkvoorraad
}
