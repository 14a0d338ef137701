import Basics
import Zaken

extension Words {
    /// The name of a taak with the round that it is in: `Bel per schuld (1 van 3: Vitens)`.
    func titled(_ name: String, _ rondes: [Taak.Ronde]) -> String {
        guard !rondes.isEmpty else { return name }
        let rounds = rondes.map { one in
            let number = self.number(one.nummer)
            let place =
                one.van.map { self("work.round_of", ["n": number, "all": self.number($0)]) }
                ?? self("work.round", ["n": number])
            return [place, one.wat].compactMap(\.self).joined(separator: ": ")
        }
        return self("work.in_round", ["name": name, "round": rounds.joined(separator: " · ")])
    }

    /// Names in a row, with this word before the last: `a, b of c`.
    func row(_ names: [String], _ last: String) -> String {
        guard names.count > 2, let end = names.last else { return names.joined(separator: self(last)) }
        return names.dropLast().joined(separator: ", ") + self(last) + end
    }

    /// A step by its code; by its name where it has none.
    func step(_ id: String?, _ name: String?) -> String {
        guard let id else { return "" }
        let code = Stap.code(id)
        if !code.isEmpty { return code }
        return name.map { "“\(Stap.name(drawn($0)))”" } ?? self("work.unnamed_step")
    }
}

extension JSON {
    /// The rounds that an entry of the journal holds.
    var rondes: [Taak.Ronde] {
        (self["rondes"].elements ?? []).compactMap { one in
            one["nummer"].integer.map { Taak.Ronde(nummer: $0, van: one["van"].integer, wat: one["wat"].text) }
        }
    }
}
