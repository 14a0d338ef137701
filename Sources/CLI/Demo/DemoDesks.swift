import Basics
import Journal
import Klanten
import Web
import Zaken

/// What the demo's people left on their desks on the last day: work that is theirs, notes, contacts, a pause.
struct DemoDesks {
    let house: House
    let colleagues: [Gebruiker]
    let today: Day
    let answers: DemoAnswers

    /// Half of what waits is someone's, and the first zaken have a life of their own; each through the real acts.
    func fill() async throws {
        let list = Werkvoorraad(van: .groepen(["incasso", "klantenservice"]))
        let lines = try await house.office.read { tx in try list.lines(in: tx, limit: 400) }
        guard !colleagues.isEmpty else { return }
        for (index, line) in lines.enumerated() where index.isMultiple(of: 2) {
            let who = colleagues[index / 2 % colleagues.count]
            try await house.office.act(as: .user(who.id)) { act in
                try Taak.Assignment(taak: line.taak.id, aan: Medewerker(who.login)).run(in: act)
            }
        }
        for (index, line) in lines.prefix(24).enumerated() {
            try await leave(index, on: line, by: colleagues[index % colleagues.count])
        }
        try await DemoMail(house: house, colleague: colleagues[0]).arrive(from: Array(lines.reversed()))
    }

    private func leave(_ index: Int, on line: Werkvoorraad.Regel, by who: Gebruiker) async throws {
        let (note, said, rest) = (answers.desk("notitie"), answers.desk("contact"), answers.desk("pauze"))
        let (zaak, day, me) = (line.taak.zaak, today, Medewerker(who.login))
        try await house.office.act(as: .user(who.id)) { act in
            switch index % 8 {
            case 1:
                try Notitie.Writing(zaak: zaak, tekst: note["tekst"] ?? "", door: me).run(in: act)
            case 3:
                let contact = Contact(
                    kanaal: said["kanaal"] ?? "", reden: said["reden"] ?? "", feiten: said["feiten"],
                    afspraak: said["afspraak"], vervolg: said["vervolg"], op: day + 7)
                try Contact.Recording(zaak: zaak, contact: contact, gevoelig: []).run(in: act)
            case 5:
                guard try act.tx.pauzes.running(for: line.partij) == nil else { return }
                try Pauze.Beginning(partij: line.partij, einde: day + 30, reden: rest["reden"] ?? "", door: me).run(
                    in: act)
            default: return
            }
        }
    }
}
