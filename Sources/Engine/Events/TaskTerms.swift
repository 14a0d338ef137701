import Basics

/// What is asked of a person, for whom and until when; one thing for all offers of a node, where nothing of it is computed.
struct TaskTerms: Hashable, Sendable {
    let node: ElementRef
    let name: String?
    let documentation: String?
    let form: String?
    let lane: String?
    let assignee: String?
    let candidateUsers: [String]
    let candidateGroups: [String]
    let due: Moment?
    let followUp: Moment?
    let priority: Int?
}
