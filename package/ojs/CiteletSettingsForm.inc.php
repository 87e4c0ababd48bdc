<?php

/** The form of settings for OJS 3.3; CiteletSettingsForm.php is the same for OJS 3.4 and later. */

import('lib.pkp.classes.form.Form');
import('classes.notification.NotificationManager');

use APP\plugins\generic\citelet\classes\Settings;

class CiteletSettingsForm extends Form
{
    /** @var CiteletPlugin */
    private $plugin;

    /** @var object the request of OJS */
    private $request;

    public function __construct($plugin, $request)
    {
        parent::__construct($plugin->getTemplateResource('settings.tpl'));
        $this->plugin = $plugin;
        $this->request = $request;
        $this->addCheck(new FormValidatorPost($this));
        $this->addCheck(new FormValidatorCSRF($this));
    }

    public function initData()
    {
        foreach ($this->plugin->settings($this->request)->fields() as $name => $value) {
            $this->setData($name, $value);
        }
    }

    public function readInputData()
    {
        $this->readUserVars(array_keys($this->plugin->settings($this->request)->fields()));
    }

    public function fetch($request, $template = null, $display = false)
    {
        TemplateManager::getManager($request)->assign([
            'formAddress' => $this->plugin->formAddress($request, true),
            'hasLibrary' => $this->plugin->hasLibrary(),
            'shippedStyles' => Settings::STYLES,
            'allStyles' => Settings::choices($this->_data),
            'styleFields' => Settings::styleChoices($this->_data),
        ]);
        return parent::fetch($request, $template, $display);
    }

    public function execute(...$functionArgs)
    {
        $stored = $this->plugin->settings($this->request)->fields();
        $settings = Settings::fromForm($this->_data, $this->plugin->hasLibrary(), $stored);
        foreach ($settings->values() as $name => $value) {
            $this->plugin->updateSetting($this->request->getContext()->getId(), $name, $value);
        }
        $user = $this->request->getUser()->getId();
        $saved = ['contents' => __('common.changesSaved')];
        (new NotificationManager())->createTrivialNotification($user, NOTIFICATION_TYPE_SUCCESS, $saved);
        return parent::execute(...$functionArgs);
    }
}
