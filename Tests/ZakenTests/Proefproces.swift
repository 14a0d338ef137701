import Incasso
import Klanten
import TestHouse
import Testing
import Zaken

extension TestHouse {
    /// The first taak of a zaak that runs this process.
    func proef(_ process: String) async throws -> Taak {
        try await act { try Deployment(bron: process).run(in: $0) }
        try await office.reloadProcesses()
        try await take(.huur(.noor))
        let partij = try await zaak(of: .noor).partij
        try await act { act in
            guard let noor = try act.tx.partijen.find(partij) else { return }
            let zaak = try Zaak.Opening(zaaktype: "proef", partij: noor, omschrijving: "Proef").run(in: act)
            try Zaak.Start(zaak: zaak.id).run(in: act)
        }
        let zaak = try #require(try await read { try $0.zaken.open(of: partij, zaaktype: "proef") })
        return try #require(try await read { try $0.taken.waiting(for: zaak.id).first })
    }
}

func groupProcess(_ groups: String, by assignee: String? = nil) -> String {
    let person = assignee.map { " assignee=\"\($0)\"" } ?? ""
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="proef">
          <process id="proef" name="Proef" isExecutable="true">
            <startEvent id="begin"/>
            <userTask id="X.1.1" name="Uitvoeren"><extensionElements>
              <zeebe:assignmentDefinition candidateGroups='\(groups)'\(person) />
            </extensionElements></userTask>
            <endEvent id="klaar"/>
            <sequenceFlow id="f1" sourceRef="begin" targetRef="X.1.1"/>
            <sequenceFlow id="f2" sourceRef="X.1.1" targetRef="klaar"/>
          </process>
        </definitions>
        """
}

let choiceType = """
    code: proef
    omschrijving: { nl: Proef, en: Trial }
    proces: proef
    doorlooptijd: P4W
    taakdagen: 5
    beginstatus: nieuw
    standaardresultaat: klaar
    groep: incasso
    banen: {}
    variabelen: {}
    afwijkingen: { teamleiderBij: [] }
    statustypen:
      - { code: nieuw, volgnummer: 1, omschrijving: { nl: Nieuw, en: New }, uitleg: { nl: Nieuw, en: New } }
    resultaattypen:
      - code: klaar
        omschrijving: { nl: Klaar, en: Done }
        uitleg: { nl: Klaar, en: Done }
        archiefnominatie: vernietigen
        bewaartermijn: P2Y
    """
