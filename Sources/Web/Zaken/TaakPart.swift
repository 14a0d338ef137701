/// A taak on the page of its zaak: why it is there now, and what can be done with it.
struct TaakPart: Sendable {
    let id: String
    let name: String
    let step: String
    let due: Chip
    /// Where the zaak is stuck here.
    let stuck: Chip?
    let why: String?
    /// What the drawing tells to do.
    let how: String?
    let handler: String?
    /// Whom it is about, and what a call begins with.
    let reach: [PersonPart.Fact]
    /// That a proposal came back, by whom and why.
    var sentBack: Banner? = nil
    /// Money that waits and may belong here, to look at first.
    var waiting: Banner? = nil
    /// The steps of the advice that was taken over for it, and where that stands.
    var advice: Advice? = nil
    /// What a colleague proposed, where it decides on that.
    let proposal: Proposal?
    /// What must be there before it may be done.
    let gate: GatePart?
    /// The form of a taak of the process.
    let form: Form?
    /// The ways on where no condition decides.
    let choices: Choices?
    /// What failed, for a person to mend.
    let mishap: Mishap?
    /// Why nothing can be done with it now.
    let resting: String?
    /// For whom it is, when the reader may not do it.
    let forOthers: String?
    let taking: Taking?
    /// Where who has it gives it back to the group.
    let returning: String?
    /// Going another way than the drawing, with a reason.
    let deviation: Deviation?

    struct Advice: Sendable {
        let steps: [String]
        let path: String
    }

    /// Where one may go on instead, and where not and why.
    struct Deviation: Sendable {
        let sheet: Sheet?
        let notes: [Note]

        struct Note: Sendable {
            let text: String
            var link: Way? = nil
        }
    }

    struct Proposal: Sendable {
        let who: String
        let lines: [String]
    }

    struct Form: Sendable {
        let path: String
        let fields: [Field]
        let intro: String?
        let acts: [Button]
    }

    /// A button that ends a form, where it says more than that the taak is done: shown at the answers that it is for.
    struct Button: Sendable {
        let label: String
        let condition: Field.Condition?
        /// Whether it stands there only where a script shows it at its answers.
        var needsScript = true
    }

    struct Choices: Sendable {
        let path: String
        let question: String
        /// What runs already.
        let note: String?
        let options: [Option]
        /// How the ways are ticked: one of them, or several at an inclusive gateway.
        var kind = "radio"
        var isRequired = true
        /// What the button says.
        let act: String
        /// How many activities were begun when this was drawn.
        var seen: String? = nil
    }

    /// Why a step failed, and the forms that mend it.
    struct Mishap: Sendable {
        /// What stands before the name of a fact in its form.
        static let mark = "gegeven."

        let path: String
        let cause: String
        /// Where it lies in the drawing: in which.
        let drawing: String?
        let remedy: String
        /// The page where it can be decided or mended.
        let way: Way?
        /// Asking the owner of the process, or that someone did.
        let ask: Way?
        let asked: String?
        /// The ways of a gateway that could not tell which.
        let ways: Ways?
        /// The facts that the step looks at, as they are.
        let facts: [Field]
        let reason: Field
        /// Whether trying again comes after what helps.
        let isFolded: Bool
        /// What the owner of the process wants to know.
        let technical: [Fact]
    }

    struct Ways: Sendable {
        let path: String
        let options: [Option]
        let reason: Field
    }

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    struct Taking: Sendable {
        let path: String
        let me: String
        /// Taking it from a colleague asks why.
        let from: From?

        struct From: Sendable {
            let sentence: String
            let sheet: Sheet
        }
    }
}

/// The process as drawn with the place of the zaak in it, and the same as a list.
struct DiagramPart: Sendable {
    let svg: SafeMarkup?
    /// From the main process to where the zaak is, such as `Incasso › A.4 Uitzondering`.
    let trail: String
    let process: String
    let processPath: String
    let summary: String
    let phases: [Phase]

    struct Phase: Sendable {
        let name: String
        /// Whether the zaak stands in it.
        let isHere: Bool
        let state: Chip?
        let outline: OutlinePart?
    }
}
