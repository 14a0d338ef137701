import Recht
import Zaken

/// Why the law or the rules of the house forbid an act; a process that asked for it stands still with this as its mishap.
protocol Beletsel: Error {
    /// A code and facts, without personal data.
    var code: String { get }
}

extension ToestandRefusal: Beletsel {
    /// Which state forbids it, by which article.
    var code: String {
        guard case .verboden(let act, let reasons) = self else { return "refused" }
        let because = reasons.map { "\($0.state.kind.rawValue) (\($0.article): \($0.reason))" }
        return "forbidden \(act.rawValue): " + Set(because).sorted().joined(separator: "; ")
    }
}

extension VerjaringRefusal: Beletsel {
    var code: String {
        guard case .verjaard(let claims) = self else { return "refused" }
        return "lapsed (BW 3:307): " + claims.joined(separator: ", ")
    }
}

extension PoortRefusal: Beletsel {
    /// Whether all that is missing is that someone deals with what the klant wrote.
    var isOfBerichten: Bool {
        switch self {
        case .ontbreekt(_, let rules): rules.allSatisfy { [.crisis, .bericht].contains($0.punt) }
        }
    }

    var code: String {
        switch self {
        case .ontbreekt(let act, let rules):
            "gate \(act.rawValue): " + rules.map { "\($0.punt.rawValue) (\($0.artikel))" }.joined(separator: "; ")
        }
    }
}

extension Dienstantwoord {
    /// What a service answers; what is forbidden becomes a mishap for a person.
    static func trying(_ work: () throws -> Dienstantwoord) throws -> Dienstantwoord {
        do { return try work() } catch let refusal as any Beletsel { return .failed(reason: refusal.code) }
    }
}
