import Basics
import Journal
import Zaken

/// What went wrong and what people made of it.
extension Timeline {
    /// A step that failed, with all that was tried in vain, as one line: the newest failure, and what each did.
    func tried(_ entries: [JournalEntry]) -> Happening? {
        guard let newest = entries.first(where: { $0.kind == "storing" }), let line = happening(newest, bookings: [])
        else { return entries.first.flatMap { happening($0, bookings: []) } }
        let tries = entries.filter { $0.kind != "storing" }
        let each = tries.map { one in
            [colleagues.name(of: one.actor.description, words), detail(one)].compactMap(\.self).joined(separator: ": ")
        }
        let count = tries.isEmpty ? [] : [words("happened.tried", count: tries.count)]
        return line.saying(([line.detail].compactMap(\.self) + count + each).joined(separator: " · "))
    }

    /// What a person put right, from what to what, the way that was taken, and why.
    func mended(_ content: JSON) -> String? {
        let changes = (content["wijzigingen"].elements ?? []).map { one in
            let (old, new) = (words.drawn(words.fact(one["van"])), words.drawn(words.fact(one["naar"])))
            return "\(naming.fact(one["gegeven"].text ?? "", words)): \(old) → \(new)"
        }
        let way = content["weg"].text.map { words("happened.way_chosen", ["name": words.drawn($0)]) }
        let parts = changes + [way, content["reden"].text].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// Why someone followed an advice or not, and the steps that it is about.
    func advice(_ content: JSON) -> String? {
        let steps = (content["stappen"].elements ?? []).compactMap(\.text).map { String($0.prefix(200)) }
        let said = content["reden"].text.flatMap { $0.isEmpty ? nil : $0 }
        let all = [said, steps.isEmpty ? nil : words("advice.steps", ["steps": steps.joined(separator: " / ")])]
        return all.contains { $0 != nil } ? all.compactMap(\.self).joined(separator: " · ") : nil
    }

    /// Why a message goes nowhere.
    func undelivered(_ content: JSON) -> String? {
        content["reden"].text.flatMap { words.text("happened.message_\($0)") }
    }
}

extension JournalEntry {
    /// Whether it tells that a step failed, or was tried in vain.
    fileprivate var isFailure: Bool { kind == "storing" || kind == "storing_geprobeerd" }
}

extension ArraySlice<JournalEntry> {
    /// The next entries that tell of the same step as this one that it failed, or was tried in vain. Entries of before called a try mended,
    /// whatever came of it in the same act.
    func tries(with entry: JournalEntry) -> ArraySlice<JournalEntry> {
        guard entry.isFailure else { return [] }
        var failed = entry.kind == "storing" ? [entry.moment] : []
        return prefix { next in
            guard next.content["stap"] == entry.content["stap"] else { return false }
            if next.kind == "storing" { failed.append(next.moment) }
            return next.isFailure || next.kind == "storing_hersteld" && failed.contains(next.moment)
        }
    }
}
