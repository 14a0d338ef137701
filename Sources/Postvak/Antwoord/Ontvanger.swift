import Basics
import Database
public import Incasso
import Klanten
import Recht
public import Zaken

extension Poststuk {
    /// Someone whom the answer to a mail may go to.
    public struct Ontvanger: Hashable, Sendable {
        public enum Rol: String, Hashable, Sendable, CaseIterable {
            /// Who wrote it, at an address that is not known here.
            case afzender
            case klant
            /// Who speaks for the klant now: a bewindvoerder, a curator, an heir, a counsellor.
            case vertegenwoordiger
        }

        public let rol: Rol
        public let lezer: Lezer
    }

    /// Whom its answer may go to, who wrote it first; none before it was placed.
    public func ontvangers(in act: Act) throws -> [Ontvanger] {
        guard let zaak = try zaak.flatMap(act.tx.zaken.find), let klant = try act.tx.partijen.find(zaak.partij) else {
            return []
        }
        let known = [try Ontvanger.vertegenwoordiger(of: zaak, act), try Ontvanger.klant(klant, of: zaak, act)]
            .compactMap(\.self)
        guard !schrijver.isEmpty, !known.contains(where: { $0.lezer.email?.lowercased() == schrijver }) else {
            return known.leading { $0.lezer.email?.lowercased() == schrijver }
        }
        let lezer = Lezer(
            naam: vanNaam.isEmpty ? schrijver : vanNaam, adres: nil, email: schrijver,
            isDebiteur: vanNaam.lowercased() == klant.naam.lowercased())
        return [Ontvanger(rol: .afzender, lezer: lezer)] + known
    }

    /// The address that an answer goes to, in small letters.
    private var schrijver: String { (antwoordadres.isEmpty ? vanAdres : antwoordadres).lowercased() }
}

extension Poststuk.Ontvanger {
    /// Who speaks for the klant, where letters go to someone else; nothing where nobody knows who that is.
    fileprivate static func vertegenwoordiger(of zaak: Zaak, _ act: Act) throws -> Self? {
        do {
            let lezer = try act.lezer(of: zaak)
            return lezer.isDebiteur ? nil : Self(rol: .vertegenwoordiger, lezer: lezer)
        } catch is BriefRefusal { return nil }
    }

    /// The klant; not where they died.
    fileprivate static func klant(_ klant: Partij, of zaak: Zaak, _ act: Act) throws -> Self? {
        let isDead = try act.tx.toestanden.all(of: zaak.partij).contains {
            $0.soort == .overlijden && $0.opgeheven == nil
        }
        guard !isDead else { return nil }
        return Self(
            rol: .klant,
            lezer: Lezer(naam: klant.naam, adres: klant.adres, email: klant.email, isDebiteur: true))
    }
}
