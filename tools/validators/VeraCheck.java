import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Checks PDF files against several profiles in one process.
 *
 * <p>Usage: VeraCheck ua1,2a file.pdf... Prints one line per file and profile:
 * "PASS|FAIL profile file" and, under a FAIL, the rules that were broken. Exit code 1 on any FAIL.
 */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean bad = false;
    for (String profile : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.fromString(profile);
      for (int i = 1; i < arguments.length; i++) {
        bad |= !passes(profile, flavour, arguments[i]);
      }
    }
    System.exit(bad ? 1 : 0);
  }

  private static boolean passes(String profile, PDFAFlavour flavour, String file) throws Exception {
    try (FileInputStream stream = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      System.out.printf("%s %s %s%n", result.isCompliant() ? "PASS" : "FAIL", profile, file);
      Map<RuleId, String> examples = new LinkedHashMap<>();
      for (TestAssertion check : result.getTestAssertions()) {
        if (check.getStatus() == TestAssertion.Status.FAILED) {
          examples.putIfAbsent(
              check.getRuleId(), check.getMessage() + " @ " + check.getLocation().getContext());
        }
      }
      for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
        RuleId rule = broken.getKey();
        System.out.printf(
            "  %s-%d, %d times: %s%n",
            rule.getClause(), rule.getTestNumber(), broken.getValue(), examples.get(rule));
      }
      return result.isCompliant();
    }
  }
}
