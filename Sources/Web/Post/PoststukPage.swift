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
    /// Whether they were looked at for viruses.
    let scanned: String?
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
        /// How sure; nothing where no word points at it.
        let share: String?
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
        /// Whether reading goes on at the number: nothing else can be chosen.
        let isNumberFocused: Bool
        /// Whether the sender's address can be kept with the person.
        let address: String?
        /// Why not to keep it, where the sender goes by another name.
        let addressWarning: String?
        /// The number that the mail gives, where it can be kept with the person.
        let phone: String?
    }

    struct Candidate: Sendable {
        let number: String
        let label: String
        let path: String
        let grounds: String
        /// What speaks against it, such as a sender of another name.
        let against: String?
        let certainty: Chip
        let chosen: Bool
        /// Whether reading goes on here after a refusal.
        let isFocused: Bool
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
        /// Which of those it may go to, as the form sends it along.
        let role: String
        /// The same form for another.
        let others: [Way]
        let channels: [Option]
        let warning: String?
        /// What was answered before; then the form for another is folded away.
        let answers: [Given]
        /// How many answers the person sees, so that a second press makes no second letter.
        let seen: String
        let isOpen: Bool
    }

    /// An answer as it was made, to read.
    struct Given: Sendable {
        let state: Chip?
        let head: String
        let text: String
        let document: String
        /// Taking it back, while it has not left.
        let back: Back?
    }

    struct Back: Sendable {
        let path: String
        let letter: String
    }

    /// What the library says to do with it.
    struct Advice: Sendable {
        let sources: [AdvicePart.Source]
        let tell: [AdvicePart.Line]
    }

    static let template = "post/poststuk"
    static let area: Area? = .post
}
