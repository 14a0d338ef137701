import Basics
public import Klanten
import Recht
public import Zaken

/// To whom a letter is really addressed: the debtor, or who speaks for them.
public struct Lezer: Hashable, Sendable {
    public let naam: String
    public let adres: Adres?
    public let email: String?
    public let isDebiteur: Bool

    public init(naam: String, adres: Adres?, email: String?, isDebiteur: Bool) {
        (self.naam, self.adres, self.email, self.isDebiteur) = (naam, adres, email, isDebiteur)
    }

    var letterFacts: JSON { ["naam": .string(naam), "adres": adres?.letterFacts ?? .null] }
}

extension Lezer {
    /// As it is kept with the words of a letter that a person addressed.
    var json: JSON {
        let more: [String: JSON] = [
            "email": email.map { .string($0) } ?? .null, "isDebiteur": .bool(isDebiteur),
        ]
        return .object((letterFacts.fields ?? [:]).merging(more) { $1 })
    }

    init?(_ json: JSON) {
        guard let name = json["naam"].text else { return nil }
        let address = json["adres"]["regel"].text.map {
            Adres(
                regel: $0, postcode: json["adres"]["postcode"].text ?? "", plaats: json["adres"]["plaats"].text ?? "")
        }
        self.init(
            naam: name, adres: address, email: json["email"].text, isDebiteur: json["isDebiteur"].flag ?? false)
    }
}

extension Act {
    /// To whom letters of a zaak go now.
    public func lezer(of zaak: Zaak) throws -> Lezer {
        guard let dienst = playbook.diensten.kept(Incassodienst.self) else { throw BriefRefusal.noPress }
        guard let partij = try tx.partijen.find(zaak.partij) else { throw BriefRefusal.personMissing }
        return try reader(of: zaak, partij, recht: dienst.recht)
    }

    /// The debtor, or the bewindvoerder, curator, heir or counsellor while a special state says so.
    func reader(of zaak: Zaak, _ partij: Partij, recht: RechtTables) throws -> Lezer {
        let found = try addressee(of: zaak, recht: recht)
        guard !found.isDebiteur else {
            return Lezer(naam: partij.naam, adres: partij.adres, email: partij.email, isDebiteur: true)
        }
        guard let aan = found.aan, aan.adres != nil || aan.email != nil else {
            throw BriefRefusal.noAddressee(found.rol)
        }
        return Lezer(naam: aan.naam, adres: aan.adres, email: aan.email, isDebiteur: false)
    }
}
