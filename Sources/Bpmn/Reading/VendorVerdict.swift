import Basics

/// What becomes of a setting of another tool.
enum VendorVerdict: Equatable {
    /// It is read, and does what it says.
    case used
    /// It does nothing in any house that runs models as this one does.
    case idle
    /// Nothing reads it.
    case unused(VendorAdvice)

    var advice: VendorAdvice? {
        if case .unused(let advice) = self { advice } else { nil }
    }
}

/// What to use instead of a setting that nothing reads.
enum VendorAdvice: Hashable {
    case program, listener, language, skipping, collecting, form, newest, other

    /// Whether the model would do something else than its author meant.
    var isGrave: Bool {
        switch self {
        case .program, .listener, .language, .skipping, .collecting: true
        case .form, .newest, .other: false
        }
    }

    var phrase: Phrase {
        switch self {
        case .program: "programs of another house do not run here; name the work for a service (topic, taskDefinition)"
        case .listener: "what happens at the beginning or end of a step is not done here; draw it as a step of its own"
        case .language: "write this in FEEL"
        case .skipping: "steps are not skipped here; draw a gateway before it"
        case .collecting: "results are not collected here; give each activity an output of its own"
        case .form: "fields of a form stand in the house; name that form (formKey, formId)"
        case .newest: "the newest version is always called here; take it away if that is fine"
        case .other: "nothing here reads it; take it away, or draw what it does"
        }
    }
}
