/// A field of a form, with what was typed before and what is wrong with it.
struct Field: Sendable {
    let id: String
    let name: String
    let label: String
    let hint: String?
    private(set) var problem: String?
    /// Whether reading begins here: the first that is wrong.
    private(set) var isFocused = false
    /// Whether it may stay empty.
    let isOptional: Bool
    /// Whether the browser insists; it does not on a field that may be hidden.
    let isRequired: Bool
    let isWide: Bool
    /// Whether there are so many choices that one looks for them by a word.
    let isLong: Bool
    let condition: Condition?
    /// One of these says what kind of field it is.
    private(set) var text: Value?
    private(set) var longText: Value?
    private(set) var amount: Value?
    private(set) var date: Value?
    private(set) var yesNo: Choice?
    private(set) var choice: Choice?
    private(set) var select: Choice?
    /// Any number of the choices.
    private(set) var several: Choice?
    /// What is typed unseen, and never shown again.
    let secret: Value?
    let file: Value?

    /// Shown only while another field has one of some values.
    struct Condition: Sendable {
        let field: String
        let values: String
    }

    struct Value: Sendable {
        let value: String
    }

    struct Choice: Sendable {
        let options: [Option]
    }

    enum Kind: Sendable {
        case text(String), longText(String), amount(String), date(String), yesNo([Option]), choice([Option])
        /// Always a list to open, however few there are.
        case list([Option])
        case several([Option])
        case secret
        case file
    }

    init(
        _ name: String, _ label: String, _ kind: Kind, id: String? = nil, hint: String? = nil, problem: String? = nil,
        isRequired: Bool = false, condition: Condition? = nil
    ) {
        self.id = id ?? name
        self.name = name
        self.label = label
        self.hint = hint
        self.problem = problem
        isOptional = !isRequired
        self.isRequired = isRequired && condition == nil
        self.condition = condition
        text = if case .text(let value) = kind { Value(value: value) } else { nil }
        longText = if case .longText(let value) = kind { Value(value: value) } else { nil }
        amount = if case .amount(let value) = kind { Value(value: value) } else { nil }
        date = if case .date(let value) = kind { Value(value: value) } else { nil }
        yesNo = if case .yesNo(let options) = kind { Choice(options: options) } else { nil }
        choice = if case .choice(let options) = kind, options.count <= 4 { Choice(options: options) } else { nil }
        select =
            switch kind {
            case .choice(let options) where options.count > 4: Choice(options: options)
            case .list(let options): Choice(options: options)
            case .text, .longText, .amount, .date, .yesNo, .choice, .several, .secret, .file: nil
            }
        several = if case .several(let options) = kind { Choice(options: options) } else { nil }
        secret = if case .secret = kind { Value(value: "") } else { nil }
        file = if case .file = kind { Value(value: "") } else { nil }
        isLong = (several?.options.count ?? 0) > 12
        isWide = longText != nil || several != nil || (choice?.options.count ?? 0) > 2
    }
}

extension Field {
    /// The field with what was sent in it, and what is wrong with that.
    func again(_ form: FormFields, problem: String?, isFocused: Bool) -> Field {
        var field = self
        let value = form.raw(name) ?? ""
        if text != nil { field.text = Value(value: value) }
        if longText != nil { field.longText = Value(value: value) }
        if amount != nil { field.amount = Value(value: value) }
        if date != nil { field.date = Value(value: value) }
        field.yesNo = yesNo?.choosing(value)
        field.choice = choice?.choosing(value)
        field.select = select?.choosing(value)
        field.several = several?.choosing(Set(form.all(name)))
        (field.problem, field.isFocused) = (problem, isFocused)
        return field
    }

    /// The same field, where reading begins.
    var focused: Field {
        var field = self
        field.isFocused = true
        return field
    }
}

extension Field.Choice {
    fileprivate func choosing(_ value: String) -> Field.Choice { choosing([value]) }

    fileprivate func choosing(_ values: Set<String>) -> Field.Choice {
        Field.Choice(options: options.map { Option($0.value, $0.label, chosen: values.contains($0.value)) })
    }
}
