/// One mail: what was written, what came with it, what it seems to be and why, and what a person makes of it.
struct PoststukPage: Page {
    let title: String
    let head: [PersonPart.Fact]
    let chips: [Chip]
    let due: Chip
    let notices: [Banner]
    let text: String
    let signature: Folded?
    let history: Folded?
    let files: [File]
    let original: String?
    let proposals: [Proposal]
    let learned: String
    let facts: [Fact]
    /// Where it may belong, when nothing is decided; nothing for who may not.
    let placing: Placing?
    let aside: Sheet?
    /// Where it was placed or that it was set aside.
    let handled: Handled?
    let answer: Answer?
    let advice: Advice?
    let problems: ZaakPage.Problems?
    /// The next mail that waits.
    let next: String?

    struct Folded: Sendable {
        let text: String
    }

    struct File: Sendable {
        let name: String
        let detail: String
        /// Where it opens; nothing when it was held back.
        let path: String?
        let warning: String?
    }

    /// A kind with how sure and why.
    struct Proposal: Sendable {
        let kind: Chip
        let share: String
        let why: String
    }

    struct Fact: Sendable {
        let name: String
        let words: String
    }

    struct Placing: Sendable {
        let path: String
        let candidates: [Candidate]
        let kinds: [Option]
        let files: [Option]
        let number: String
        /// Whether the sender's address can be kept with the person.
        let address: String?
    }

    struct Candidate: Sendable {
        let number: String
        let label: String
        let path: String
        let grounds: String
        let certainty: Chip
        let chosen: Bool
    }

    struct Handled: Sendable {
        let text: String
        let zaak: Way?
        let detail: String
        let ways: [Way]
        let back: Sheet?
        /// Taking it in as a complaint, with its own term; nothing when it is none.
        let complaint: String?
    }

    struct Answer: Sendable {
        let path: String
        let text: String
        let receiver: String
        let channels: [Option]
        let warning: String?
        let answered: String?
    }

    /// What the library says to do with it.
    struct Advice: Sendable {
        let sources: [AdvicePart.Source]
        let tell: [AdvicePart.Line]
    }

    static let template = "post/poststuk"
    static let area: Area? = .post
}
