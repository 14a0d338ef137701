import Basics
import Bpmn

extension Compiler {
    mutating func task(_ kind: TaskKind, _ node: some Described, _ draft: NodeDraft) -> NodeKind {
        switch kind {
        case .none:
            if let work = namedWork(node) { return work }
            return options.plainTasks == .people ? .userTask(Shared(userWork(node, draft))) : .emptyTask
        case .user, .manual: return .userTask(Shared(userWork(node, draft)))
        case .service:
            return namedWork(node) ?? .serviceTask(Shared(service(node.name ?? node.id.text, node, unnamed: true)))
        case .send(let use):
            if node.settings.taskType != nil || node.settings.expression != nil, use.operation == nil {
                return namedWork(node) ?? .emptyTask
            }
            return .sendTask(message: use.name)
        case .receive(let use, _): return .receiveTask(message: use.name ?? node.name ?? node.id.text)
        case .script(let script): return self.script(script, node)
        case .businessRule: return rule(node)
        }
    }

    private mutating func userWork(_ node: some Described, _ draft: NodeDraft) -> UserWork {
        let settings = node.settings
        let groups = settings.candidateGroups.isEmpty ? draft.lane.map { [$0] } ?? [] : settings.candidateGroups
        return UserWork(
            node: draft.ref, name: draft.name, documentation: draft.documentation, lane: draft.lane,
            form: settings.form, assignee: settings.assignee.flatMap { setting($0, of: node) },
            candidateUsers: settings.candidateUsers.compactMap { setting($0, of: node) },
            candidateGroups: groups.compactMap { setting($0, of: node) },
            due: settings.dueDate.flatMap { day($0, of: node) },
            followUp: settings.followUpDate.flatMap { day($0, of: node) },
            priority: settings.priority.flatMap { setting($0, of: node) })
    }

    /// A day or moment, or how long from now.
    private mutating func day(_ text: String, of node: some Described) -> Formula? {
        if Formula.expression(in: text) == nil, TimerText(Formula.trimmed(text)) == nil {
            let message: Phrase = "\(text) is no date such as 2026-03-01 and no duration such as P14D"
            refuse("due-date", message, node.line, node.id.text)
        }
        return setting(text, of: node)
    }

    /// Work that its settings name: a service, or a formula that is the whole work.
    private mutating func namedWork(_ node: some Described) -> NodeKind? {
        if let type = node.settings.taskType { return .serviceTask(Shared(service(type, node))) }
        guard let text = node.settings.expression, let formula = computed(text, of: node) else { return nil }
        return .scriptTask(Shared(ScriptWork(formula: formula, resultVariable: node.settings.resultVariable)))
    }

    mutating func service(_ type: String, _ node: some Described, unnamed: Bool = false) -> ServiceWork {
        if unnamed { warn("service-without-type", "names no work, and is called by its name", node.line, node.id.text) }
        return ServiceWork(
            type: setting(type, of: node) ?? Formula(constant: .string(type)),
            headers: Dictionary(node.settings.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
            retries: node.settings.retries.flatMap {
                Int($0) == nil && !$0.hasPrefix("=") ? nil : setting($0, of: node)
            },
            resultVariable: node.settings.resultVariable)
    }

    private mutating func script(_ script: Script, _ node: some Described) -> NodeKind {
        let text = Formula.trimmed(script.text ?? "")
        if options.scripts == .services && node.settings.expression == nil {
            let work = ServiceWork(
                type: Formula(constant: .string(text)), headers: [:], retries: nil, resultVariable: nil)
            return .serviceTask(Shared(work))
        }
        if let work = node.settings.taskType { return .serviceTask(Shared(service(work, node))) }
        guard script.isFeel else {
            refuse(
                "script-language", "a script is FEEL here, not \(script.format ?? ""): use FEEL or a service task",
                script.line, node.id.text)
            return .emptyTask
        }
        if text.isEmpty {
            warn("empty-script", "the script is empty, and does nothing", script.line, node.id.text)
            return .emptyTask
        }
        guard let formula = computed(text, of: node) else { return .emptyTask }
        return .scriptTask(Shared(ScriptWork(formula: formula, resultVariable: node.settings.resultVariable)))
    }

    private mutating func rule(_ node: some Described) -> NodeKind {
        if let decision = node.settings.calledDecision {
            let formula = setting(decision, of: node) ?? Formula(constant: .string(decision))
            return .ruleTask(Shared(RuleWork(decision: formula, resultVariable: node.settings.resultVariable)))
        }
        if let work = namedWork(node) { return work }
        refuse("rule-without-decision", "names no decision: set the id of a DMN decision", node.line, node.id.text)
        return .emptyTask
    }
}

extension Script {
    fileprivate var isFeel: Bool {
        guard let format, !format.isEmpty else { return true }
        return format.lowercased().contains("feel")
    }
}
