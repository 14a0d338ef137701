import Incasso
import Klanten
import Zaken

/// A form to unfold. One that was sent and refused stands open again, with what was typed and the fault where it is.
struct Sheet: Sendable {
    let path: String
    let hidden: [Hidden]
    let fields: [Field]
    /// Whether it was sent and refused.
    let isOpen: Bool
    /// What is wrong where no field can show it.
    let problem: String?
    /// All that is wrong, with links to the fields.
    let problems: [Problem]
    /// Whether a file goes along.
    let isUpload: Bool

    /// What goes along unseen, and tells forms for one address apart.
    struct Hidden: Sendable, Hashable {
        let name: String
        let value: String
    }

    init(_ path: String, _ fields: [Field], hidden: [Hidden] = [], sent: Sent? = nil) {
        self.path = path
        self.hidden = hidden
        isUpload = fields.contains { $0.file != nil }
        guard let sent, sent.path == path, hidden.allSatisfy({ sent.form[$0.name] == $0.value }) else {
            self.fields = fields
            (isOpen, problem, problems) = (false, nil, [])
            return
        }
        let faults = sent.faults(in: fields)
        let wrong = fields.first { one in faults.contains { $0.field == one.name } }?.name
        let first = faults.isEmpty ? fields.first?.name : wrong
        self.fields = fields.map { field in
            let fault = faults.first { $0.field == field.name }?.text
            return field.again(sent.form, problem: fault, isFocused: field.name == first)
        }
        isOpen = true
        problem = first == nil ? faults.first?.text : nil
        problems = faults.map { fault in
            Problem(text: fault.text, anchor: fields.first { $0.name == fault.field }?.id)
        }
    }

    static let sample = Sheet(
        "/zaken/1/opschorting", [Field("reden", "Waarom?", .text("Wacht op de wijkcoach."), id: "opschorting-reden")],
        hidden: [Hidden(name: "taak", value: "1")], problem: "De zaak staat al stil.")

    /// One that was refused, as a sample.
    private init(_ path: String, _ fields: [Field], hidden: [Hidden], problem: String) {
        self.path = path
        self.hidden = hidden
        self.fields = fields
        self.problem = problem
        (isOpen, isUpload, problems) = (true, true, [Problem(text: problem, anchor: fields.first?.id)])
    }
}

/// A form as it was sent and refused: where to, what stood in it, and why not.
struct Sent: Sendable {
    let path: String
    let form: FormFields
    let refusal: Refusal
    let words: Words
    let colleagues: Colleagues

    init(
        _ path: String, _ form: FormFields, _ refusal: Refusal, _ words: Words, _ colleagues: Colleagues = .none
    ) {
        self.path = path
        self.form = form
        self.refusal = refusal
        self.words = words
        self.colleagues = colleagues
    }

    /// One thing that is wrong, at a field or at the form as a whole.
    struct Fault: Sendable, Hashable {
        let field: String?
        let text: String
    }

    /// What is wrong, each at its field where the form has that.
    func faults(in fields: [Field]) -> [Fault] {
        if case .sentAgain = refusal { return [] }
        if let answers = refusal.answers {
            return answers.map { one in
                let label = fields.first { $0.name == one.field }?.label
                return Fault(field: one.field, text: one.reason.sentence(words, label ?? one.field))
            }
        }
        if case .partij(.invalid(let wrong)) = refusal {
            return Contactgegevens.Veld.allCases.compactMap { veld in
                wrong[veld].map { Fault(field: veld.rawValue, text: $0.sentence(words, veld)) }
            }
        }
        let field = refusal.fields.first { name in fields.contains { $0.name == name } }
        return [Fault(field: field, text: refusal.sentence(words, colleagues))]
    }
}

extension Refusal {
    /// What was refused, with the way to the field that it is about.
    func problems(_ words: Words, _ colleagues: Colleagues, in fields: [Field]) -> [Problem] {
        Sent("", FormFields(), self, words, colleagues).faults(in: fields).map { fault in
            Problem(text: fault.text, anchor: fields.first { $0.name == fault.field }?.id)
        }
    }
}

extension ZaakPage.Problems {
    /// What was refused, with the way to the form that stands open again.
    init?(of sent: Sent?, in sheets: [Sheet]) {
        guard let sent else { return nil }
        let open = sheets.first(where: \.isOpen)
        self.init(problems: open?.problems ?? sent.faults(in: []).map { Problem(text: $0.text, anchor: nil) })
    }
}
