import Zaken

extension Words {
    /// What begins with a process or calls it: the zaaktypen whose zaken begin with it, the processes that call it, or that nothing does
    /// yet, and where that is set.
    func use(of process: String, _ playbook: Playbook) -> String {
        let kinds = playbook.zaaktypen(beginningWith: process).map { "“\($0.omschrijving[language.rawValue])”" }
        if !kinds.isEmpty { return self("processes.begins", ["kinds": row(kinds, "common.and")]) }
        let callers = playbook.callers(of: process).map { "“\(drawn($0))”" }
        if callers.isEmpty { return self("processes.unused", ["code": process]) }
        return self("processes.called", count: callers.count, ["names": row(callers, "common.and")])
    }
}
