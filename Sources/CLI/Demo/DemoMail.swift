import Basics
import Foundation
import Journal
import Kanalen
import Klanten
import Postvak
import Web
import Yams
import Zaken

/// The mails that wait in the demo, sent by its people to a mailbox that does not exist (Content/demo/post.yaml).
struct DemoMail {
    let house: House
    let colleague: Gebruiker
    private let mails: [Mail]

    private struct Mail: Decodable {
        let onderwerp: String
        let tekst: String
        let bekend: Bool
        let van: String?
        let bijlage: String?
        let geplaatst: [String]?
    }

    init(house: House, colleague: Gebruiker) throws {
        self.house = house
        self.colleague = colleague
        let text = try String(contentsOfFile: house.settings.content + "/demo/post.yaml", encoding: .utf8)
        mails = try YAMLDecoder().decode([Mail].self, from: text)
    }

    /// Each comes in as a mail comes in, about a zaak of its own.
    func arrive(from lines: [Werkvoorraad.Regel]) async throws {
        guard !lines.isEmpty else { return }
        for (number, mail) in mails.enumerated() {
            let line = lines[number % lines.count]
            let bytes = try await message(mail, about: line, number)
            let taken = try await house.kantoor.neem(bytes, als: .system("post"))
            guard let kinds = mail.geplaatst else { continue }
            let placing = Poststuk.Plaatsing(
                poststuk: taken.id, zaaknummer: line.zaaknummer,
                soorten: Set(kinds.compactMap(Mailsoort.init(rawValue:))), bijlagen: [],
                door: Medewerker(colleague.login))
            try await house.office.act(as: .user(colleague.id)) { act in try placing.run(in: act) }
        }
    }

    private func message(_ mail: Mail, about line: Werkvoorraad.Regel, _ number: Int) async throws -> [UInt8] {
        func fill(_ text: String) -> String {
            text.replacing("{zaak}", with: line.zaaknummer).replacing("{naam}", with: line.klant)
        }
        let known = try await house.office.read { tx in try tx.partijen.find(line.partij)?.email }
        let sender = mail.bekend ? "\(line.klant) <\(known ?? "voorbeeld@elders.example")>" : fill(mail.van ?? "")
        let halves = sender.split(separator: "<").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " >")) }
        let files = mail.bijlage.map {
            [MailMessage.Attachment(name: $0, type: "text/plain", bytes: Array("Verzonnen bijlage.\n".utf8))]
        }
        let message = try MailMessage(
            key: "demo-\(number)", from: MailAddress(halves.last ?? "", name: halves.first ?? ""),
            to: MailAddress("incasso@voorbeeld.invalid"), subject: fill(mail.onderwerp), text: fill(mail.tekst),
            date: house.clock(), attachments: files ?? []
        ).mime()
        // A person wrote it, not a program.
        let text = String(decoding: message, as: UTF8.self)
        return Array(text.replacing("Auto-Submitted: auto-generated\r\n", with: "").utf8)
    }
}
