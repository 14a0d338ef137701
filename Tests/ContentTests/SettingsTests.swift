import Basics
import Bpmn
import Testing

@Suite("Zaaktype, forms and roles")
struct SettingsTests {
    @Test func `the zaaktype names statuses, results and groups that it has`() throws {
        let kind = try Content.kind()
        let groups = try Content.yaml(Roles.self, "rollen/rollen.yaml").groepen

        #expect(kind.statustypen.map(\.code).first == kind.beginstatus)
        #expect(kind.statustypen.map(\.code).last == kind.eindstatus)
        #expect(kind.resultaattypen.contains { $0.code == kind.standaardresultaat })
        #expect(!kind.roltypen.isEmpty && !kind.documenttypen.isEmpty)
        for group in [kind.groep] + kind.banen.values { #expect(groups[group] != nil, "\(group)") }
    }

    @Test func `every lane has a group`() throws {
        let banen = try Content.kind().banen
        for process in try Content.processes().flatMap({ $0.definitions.processes }) {
            for lane in process.scope.allScopes.flatMap(\.allLanes) {
                #expect(banen[lane.name ?? ""] != nil, "\(process.id): \(lane.name ?? "")")
            }
        }
    }

    @Test func `every field is of a kind that screens know, and a choice has options`() throws {
        let kinds: Set = ["keuze", "tekst", "lange_tekst", "bedrag", "datum", "ja_nee", "getal", "iban"]
        for form in try Content.forms().values {
            #expect(Set(form.velden.map(\.id)).count == form.velden.count, "\(form.code)")
            for field in form.velden {
                #expect(kinds.contains(field.type), "\(form.code).\(field.id)")
                #expect(
                    (field.type == "keuze") == (field.opties != nil || field.optiesUit != nil),
                    "\(form.code).\(field.id)")
            }
        }
    }

    @Test func `everyone's rights are rights that exist, and somebody of the demo can do each kind of work`() throws {
        let roles = try Content.yaml(Roles.self, "rollen/rollen.yaml")
        for (name, role) in roles.rollen {
            for right in role.mag { #expect(roles.rechten[right] != nil, "\(name): \(right)") }
        }
        for person in roles.demo {
            #expect(roles.rollen[person.rol] != nil && person.naam.hasSuffix("Voorbeeld"), "\(person.login)")
        }
        for group in ["incasso", "klantenservice", "teamleider"] {
            #expect(roles.demo.contains { $0.groepen.contains(group) }, "\(group)")
        }
        #expect(roles.rollen.keys.sorted() == ["beheerder", "casemanager", "lezer", "proceseigenaar", "teamleider"])
        #expect(roles.rollen["beheerder"]?.mag.contains("klant.zien") == false)
    }
}
